import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { AppearanceForm } from '@/components/companies/appearance/appearance-form'
import { getAppearance } from '@/lib/companies/appearance'

export const generateMetadata = pageTitle('settings', 'branding.title')

/** How the company looks to its customers. */
export default async function BrandingPage() {
  const ctx = await pageContext('settings.edit')
  const look = await getAppearance(ctx)
  return (
    <AppearanceForm key={look.updatedAt} look={look} language={ctx.locale} currency={ctx.company.currency} />
  )
}
