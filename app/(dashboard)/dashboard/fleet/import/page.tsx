import { getTranslations } from 'next-intl/server'
import { importFleetAction, previewFleetAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ColumnHelp } from '@/components/fleet/import/column-help'
import { FleetImport } from '@/components/fleet/import/fleet-import'
import { PageHeader } from '@/components/ui/page-header'

export const generateMetadata = pageTitle('fleet', 'import.title')

/** Brings a fleet in from a list: look first, then all of it at once. */
export default async function ImportFleetPage() {
  const ctx = await pageContext('fleet.edit')
  const t = await getTranslations('fleet')
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/fleet', label: t('title') }}
        title={t('import.title')}
        description={t('import.text')}
      />
      <FleetImport
        preview={previewFleetAction}
        run={importFleetAction}
        help={<ColumnHelp currency={ctx.company.currency} />}
      />
    </div>
  )
}
