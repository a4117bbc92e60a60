import { getTranslations } from 'next-intl/server'
import { CustomerFacts } from '@/components/customers/customer-facts'
import { orNothing } from '@/components/lists/or-nothing'
import { RecordPanel } from '@/components/lists/record-panel'
import { UpcomingReservations } from '@/components/reservations/upcoming-reservations'
import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { listCustomFields } from '@/lib/customers/custom-fields'
import { getCustomer } from '@/lib/customers/queries'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'

/** A customer beside the list: how to reach them, and what they have booked. */
export async function CustomerPanel({ ctx, id }: { ctx: CompanyContext; id: string }) {
  const customer = await orNothing(getCustomer(ctx, id))
  if (!customer) return null
  const [t, fields, upcoming] = await Promise.all([
    getTranslations('customers.detail'),
    listCustomFields(ctx),
    listUpcomingReservations(ctx, { customerId: id }, 5),
  ])
  return (
    <RecordPanel title={customer.name} href={`/dashboard/customers/${id}`}>
      <CustomerFacts
        customer={customer}
        fields={fields}
        today={localDateOf(ctx.now(), ctx.timeZone)}
        timeZone={ctx.timeZone}
      />
      <UpcomingReservations
        title={t('upcoming')}
        empty={t('upcomingNone')}
        reservations={upcoming}
        timeZone={ctx.timeZone}
        allHref={`/dashboard/reservations?customer=${id}`}
        show="vehicle"
      />
    </RecordPanel>
  )
}
