import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { MergeView } from '@/components/customers/duplicates/merge-view'
import { PageHeader } from '@/components/ui/page-header'
import { labelOf } from '@/lib/core/labels'
import { listCustomFields } from '@/lib/customers/custom-fields'
import { previewMerge } from '@/lib/customers/duplicates'
import { MergeQuery } from '@/lib/customers/records-schema'

export const generateMetadata = pageTitle('customers', 'merge.title')

type MergePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What two records would be as one, before they are: `?keep=&drop=`. */
export default async function MergePage({ searchParams }: MergePageProps) {
  const ctx = await pageContext('customers.merge')
  const query = MergeQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const pair = { keepId: query.data.keep, dropId: query.data.drop }
  const [t, preview, fields] = await Promise.all([
    getTranslations('customers'),
    orNotFound(previewMerge(ctx, pair)),
    listCustomFields(ctx, { onlyActive: false }),
  ])
  const fieldNames = Object.fromEntries(fields.map(({ key, names }) => [key, labelOf(names, ctx.locale)]))
  return (
    <div className="grid max-w-4xl gap-5">
      <PageHeader
        back={{ href: '/dashboard/customers/duplicates', label: t('duplicates.title') }}
        title={t('merge.title')}
        description={t('merge.text')}
      />
      <MergeView pair={pair} preview={preview} fieldNames={fieldNames} />
    </div>
  )
}
