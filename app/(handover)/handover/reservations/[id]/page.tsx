import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { startPickupAction } from '@/app/(handover)/handover/actions'
import { BeginHandover } from '@/components/handover/list/begin-handover'
import { StillOut } from '@/components/handover/list/still-out'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { getDeparture } from '@/lib/handover/queries/departure'

export const generateMetadata = pageTitle('handover')

/** Before a pickup: what was booked, and the button that makes the contract. */
export default async function PickupDoorPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('handover.perform')
  const { id } = await params
  const [t, departure] = await Promise.all([
    getTranslations('handover.begin'),
    orNotFound(getDeparture(ctx, id)),
  ])
  const { status, vehicle, stillOut } = departure
  const isPromised = status === 'confirmed' || status === 'converted'
  return (
    <BeginHandover
      kind="pickup"
      vehicle={vehicle}
      isPossible={isPromised && !stillOut}
      isBegun={departure.handoverId !== null}
      notice={
        stillOut ? (
          <StillOut {...stillOut} timeZone={ctx.timeZone} />
        ) : !isPromised ? (
          t('notConfirmed')
        ) : vehicle.status === 'cleaning' ? (
          t('vehicle.cleaning')
        ) : undefined
      }
      begin={startPickupAction.bind(null, { reservationId: departure.reservationId })}
    >
      <DataList
        facts={[
          { label: t('customer'), value: departure.customer },
          { label: t('reservation'), value: departure.number },
          { label: t('from'), value: <DateTime instant={departure.startsAt} timeZone={ctx.timeZone} /> },
          { label: t('to'), value: <DateTime instant={departure.endsAt} timeZone={ctx.timeZone} /> },
          { label: t('place'), value: departure.place },
        ]}
      />
    </BeginHandover>
  )
}
