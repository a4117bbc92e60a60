import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { LocationList } from '@/components/companies/location-list'
import { listLocationSettings } from '@/lib/companies/locations'

export const generateMetadata = pageTitle('settings', 'locations.title')

/** Where vehicles are handed over: address, opening hours, key box. */
export default async function LocationsPage() {
  const ctx = await pageContext('settings.edit')
  return <LocationList locations={await listLocationSettings(ctx)} />
}
