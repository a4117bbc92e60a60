import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { startPickupAction } from '@/app/(handover)/handover/actions'
import { BeginHandover } from '@/components/handover/list/begin-handover'
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
  const { status, vehicle } = departure
  const isPossible = status === 'confirmed' || status === 'converted'
  const isBusy = vehicle.status === 'cleaning' || vehicle.status === 'rented'
  return (
    <BeginHandover
      kind="pickup"
      vehicle={vehicle}
      isPossible={isPossible}
      isBegun={departure.handoverId !== null}
      notice={!isPossible ? t('notConfirmed') : isBusy ? t(`vehicle.${vehicle.status}`) : undefined}
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
