import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { WrittenList } from '@/components/customer-texts/written-list'
import { listCategories } from '@/lib/fleet/queries/catalogue'
import { listGuides } from '@/lib/guide/queries'

export const generateMetadata = pageTitle('settings', 'guide.title')

/** The company's guides. */
export default async function GuidesPage() {
  const ctx = await pageContext('settings.edit')
  const [t, guides, categories] = await Promise.all([
    getTranslations('guide'),
    listGuides(ctx),
    listCategories(ctx),
  ])
  return (
    <WrittenList
      address="/dashboard/settings/guide"
      words={{ lead: t('lead'), none: t('none'), add: t('add') }}
      items={guides.map((one) => ({ ...one, detail: t('sectionCount', { count: one.sections.length }) }))}
      categories={categories}
    />
  )
}
