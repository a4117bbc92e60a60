import { CalendarPlus, Pencil } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { ActivityList } from '@/components/activity/activity-list'
import { BlockBanner, BlockDialog } from '@/components/customers/block'
import { CustomerFacts } from '@/components/customers/customer-facts'
import { DriverList } from '@/components/customers/driver-list'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { UpcomingReservations } from '@/components/reservations/upcoming-reservations'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listHistory } from '@/lib/activity/queries'
import { localDateOf } from '@/lib/core/dates'
import { getCustomer } from '@/lib/customers/queries'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'

type CustomerPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: CustomerPageProps) {
  const ctx = await pageContext('customers.see')
  return { title: (await orNotFound(getCustomer(ctx, (await params).id))).name }
}

/** One customer: how to reach them, what they have reserved, who drives, what happened. */
export default async function CustomerPage({ params }: CustomerPageProps) {
  const ctx = await pageContext('customers.see')
  const { id } = await params
  const customer = await orNotFound(getCustomer(ctx, id))
  const [t, upcoming, history] = await Promise.all([
    getTranslations('customers'),
    listUpcomingReservations(ctx, { customerId: id }),
    listHistory(ctx, [
      { table: 'customers', ids: [id] },
      { table: 'drivers', ids: customer.drivers.map((driver) => driver.id) },
    ]),
  ])
  const canBlock = ctx.can('customers.blacklist')
  const today = localDateOf(ctx.now(), ctx.timeZone)
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/customers', label: t('title') }}
        title={<span className="break-words">{customer.name}</span>}
        badge={customer.kind === 'firm' && <Badge>{t('firm')}</Badge>}
        actions={
          <>
            {canBlock && customer.blockedAt === null && <BlockDialog customer={customer} />}
            {ctx.can('customers.edit') && (
              <Button asChild>
                <Link href={`/dashboard/customers/${id}/edit`}>
                  <Pencil aria-hidden="true" />
                  {t('detail.edit')}
                </Link>
              </Button>
            )}
            {ctx.can('reservations.create') && customer.blockedAt === null && (
              <Button asChild variant="primary">
                <Link href={`/dashboard/reservations/new?customer=${id}`}>
                  <CalendarPlus aria-hidden="true" />
                  {t('detail.reserve')}
                </Link>
              </Button>
            )}
          </>
        }
      />
      {customer.blockedAt !== null && (
        <BlockBanner customer={customer} timeZone={ctx.timeZone} canUnblock={canBlock} />
      )}
      <DetailLayout
        aside={
          <Card title={t('detail.drivers')}>
            <DriverList drivers={customer.drivers} today={today} timeZone={ctx.timeZone} />
          </Card>
        }
      >
        <CustomerFacts customer={customer} today={today} timeZone={ctx.timeZone} />
        <UpcomingReservations
          title={t('detail.upcoming')}
          empty={t('detail.upcomingNone')}
          reservations={upcoming}
          timeZone={ctx.timeZone}
          allHref={`/dashboard/reservations?customer=${id}`}
          show="vehicle"
        />
        <Card title={t('detail.history')} flush>
          <ActivityList entries={history} timeZone={ctx.timeZone} empty={t('detail.historyNone')} />
        </Card>
      </DetailLayout>
    </div>
  )
}
