import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ProfileForm } from '@/components/companies/profile-form'
import { getCurrencyFixedBy, getSettings } from '@/lib/companies/settings'

export const generateMetadata = pageTitle('settings')

/** Who the company is. */
export default async function ProfilePage() {
  const ctx = await pageContext('settings.edit')
  const [settings, currencyFixedBy] = await Promise.all([getSettings(ctx), getCurrencyFixedBy(ctx)])
  return <ProfileForm settings={settings} currencyFixedBy={currencyFixedBy} />
}
