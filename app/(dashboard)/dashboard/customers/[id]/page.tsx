import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { BlockBanner } from '@/components/customers/block'
import { CustomerActions } from '@/components/customers/customer-actions'
import { CustomerFacts } from '@/components/customers/customer-facts'
import { DataCard } from '@/components/customers/data/data-card'
import { DeletedBanner } from '@/components/customers/data/deleted-banner'
import { DriverList } from '@/components/customers/driver-list'
import { AccountCard } from '@/components/customers/records/account-card'
import { ConsentsCard } from '@/components/customers/records/consents-card'
import { VehiclesCard } from '@/components/customers/records/vehicles-card'
import { Timeline } from '@/components/customers/timeline'
import { TotalsCard } from '@/components/customers/totals-card'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { UpcomingReservations } from '@/components/reservations/upcoming-reservations'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { listCustomFields } from '@/lib/customers/custom-fields'
import { listDataRequests, previewErasure } from '@/lib/customers/data-rights'
import { getTotals, listTimeline } from '@/lib/customers/overview'
import { getCustomer } from '@/lib/customers/queries'
import { TimelineQuery } from '@/lib/customers/schema'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'

type CustomerPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: CustomerPageProps) {
  const ctx = await pageContext('customers.see')
  return { title: (await orNotFound(getCustomer(ctx, (await params).id, { evenDeleted: true }))).name }
}

/** One customer: who they are, what they mean to us, who drives, what they agreed to, and everything that happened. */
export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const ctx = await pageContext('customers.see')
  const { id } = await params
  const { before } = TimelineQuery.parse(await searchParams)
  const customer = await orNotFound(getCustomer(ctx, id, { evenDeleted: true }))
  if (customer.mergedInto) redirect(`/dashboard/customers/${customer.mergedInto}`)
  const isThere = customer.deletedAt === null
  const canErase = ctx.can('customers.erase') && customer.erasedAt === null
  const [t, fields, totals, timeline, upcoming, erasure, requests] = await Promise.all([
    getTranslations('customers'),
    listCustomFields(ctx),
    getTotals(ctx, id),
    listTimeline(ctx, id, before),
    listUpcomingReservations(ctx, { customerId: id }),
    canErase ? previewErasure(ctx, { id }) : null,
    listDataRequests(ctx, id),
  ])
  const { timeZone } = ctx
  const canEdit = ctx.can('customers.edit') && isThere
  const canBlock = ctx.can('customers.blacklist') && isThere
  const today = localDateOf(ctx.now(), timeZone)
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/customers', label: t('title') }}
        title={<span>{customer.name}</span>}
        badge={customer.kind === 'firm' && <Badge>{t('firm')}</Badge>}
        actions={
          <CustomerActions
            customer={customer}
            canEdit={canEdit}
            canBlock={canBlock}
            canReserve={ctx.can('reservations.create') && isThere}
          />
        }
      />
      {!isThere && <DeletedBanner customer={customer} timeZone={timeZone} canRestore={canErase} />}
      {customer.blockedAt !== null && (
        <BlockBanner customer={customer} timeZone={timeZone} canUnblock={canBlock} />
      )}
      <DetailLayout
        history={
          <Timeline
            customerId={id}
            entries={timeline.entries}
            next={timeline.next}
            isFirst={before === undefined}
            timeZone={timeZone}
            canWrite={canEdit}
          />
        }
        aside={
          <>
            <DriverList customer={customer} today={today} timeZone={timeZone} canEdit={canEdit} />
            {customer.kind === 'firm' && <AccountCard customer={customer} canEdit={canEdit} />}
            <VehiclesCard customer={customer} canEdit={canEdit} />
            <ConsentsCard customer={customer} timeZone={timeZone} canEdit={canEdit} />
            {(ctx.can('data.export') || canErase) && (
              <DataCard
                customer={customer}
                erasure={erasure}
                requests={requests}
                canExport={ctx.can('data.export')}
              />
            )}
          </>
        }
      >
        <TotalsCard
          totals={totals}
          currency={ctx.company.currency}
          timeZone={timeZone}
          statementHref={isThere && ctx.can('contracts.see') && `/dashboard/customers/${id}/statement`}
        />
        <CustomerFacts customer={customer} fields={fields} today={today} timeZone={timeZone} />
        <UpcomingReservations
          title={t('detail.upcoming')}
          empty={t('detail.upcomingNone')}
          reservations={upcoming}
          timeZone={timeZone}
          allHref={`/dashboard/reservations?customer=${id}`}
          show="vehicle"
        />
      </DetailLayout>
    </div>
  )
}
