import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { DamagePriceList } from '@/components/damages/damage-price-list'
import { listDamagePrices } from '@/lib/damages/prices'

export const generateMetadata = pageTitle('settings', 'damages.title')

/** What damage costs the customer, by kind, part and extent. */
export default async function DamagePricesPage() {
  const ctx = await pageContext('settings.edit')
  return <DamagePriceList prices={await listDamagePrices(ctx)} currency={ctx.company.currency} />
}
