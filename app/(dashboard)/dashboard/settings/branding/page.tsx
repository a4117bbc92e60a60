import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { BrandingForm } from '@/components/companies/branding-form'
import { getSettings } from '@/lib/companies/settings'

export const generateMetadata = pageTitle('settings', 'branding.title')

/** How the company looks to its customers. */
export default async function BrandingPage() {
  const ctx = await pageContext('settings.edit')
  const { accentColor, name } = await getSettings(ctx)
  return <BrandingForm accentColor={accentColor} companyName={name} />
}
