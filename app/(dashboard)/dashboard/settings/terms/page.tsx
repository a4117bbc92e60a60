import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { TermsForm } from '@/components/companies/terms-form'
import { getSettings } from '@/lib/companies/settings'

export const generateMetadata = pageTitle('settings', 'terms.title')

/** The rental terms, language by language. */
export default async function TermsPage() {
  const ctx = await pageContext('settings.edit')
  const { terms, updatedAt } = await getSettings(ctx)
  return <TermsForm terms={terms} updatedAt={updatedAt} />
}
