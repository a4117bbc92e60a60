import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { WrittenList } from '@/components/customer-texts/written-list'
import { listForms } from '@/lib/checkin/queries'
import { listCategories } from '@/lib/fleet/queries/catalogue'

export const generateMetadata = pageTitle('settings', 'checkin.title')

/** The company's check-in forms. */
export default async function CheckinFormsPage() {
  const ctx = await pageContext('settings.edit')
  const [t, forms, categories] = await Promise.all([
    getTranslations('checkin.builder'),
    listForms(ctx),
    listCategories(ctx),
  ])
  return (
    <WrittenList
      address="/dashboard/settings/checkin"
      words={{ lead: t('lead'), none: t('none'), add: t('add') }}
      items={forms.map((one) => ({ ...one, detail: t('version', { version: one.version }) }))}
      categories={categories}
    />
  )
}
