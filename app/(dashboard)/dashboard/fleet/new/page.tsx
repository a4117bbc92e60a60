import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { NewVehicleForm } from '@/components/fleet/new-vehicle-form'
import { PageHeader } from '@/components/ui/page-header'
import { labelOf } from '@/lib/core/labels'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'

export const generateMetadata = pageTitle('fleet', 'form.newTitle')

/** Takes one vehicle into the fleet. */
export default async function NewVehiclePage() {
  const ctx = await pageContext('fleet.edit')
  const [t, categories, locations] = await Promise.all([
    getTranslations('fleet'),
    listCategories(ctx),
    listLocations(ctx),
  ])
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader
        back={{ href: '/dashboard/fleet', label: t('title') }}
        title={t('form.newTitle')}
        description={t('form.newText')}
      />
      <NewVehicleForm
        categories={categories.map(({ importName, names }) => ({
          value: importName,
          label: labelOf(names, ctx.locale),
        }))}
        locations={locations.map(({ name }) => ({ value: name, label: name }))}
        currency={ctx.company.currency}
      />
    </div>
  )
}
