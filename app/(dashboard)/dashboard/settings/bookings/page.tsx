import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { BookingRulesForm } from '@/components/companies/booking-rules-form'
import { getSettings } from '@/lib/companies/settings'

export const generateMetadata = pageTitle('settings', 'bookings.title')

/** What holds for bookings and bills. */
export default async function BookingRulesPage() {
  const ctx = await pageContext('settings.edit')
  return <BookingRulesForm settings={await getSettings(ctx)} />
}
