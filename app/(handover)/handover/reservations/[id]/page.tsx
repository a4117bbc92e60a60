import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { startPickupAction } from '@/app/(handover)/handover/actions'
import { CheckinCard } from '@/components/checkin/checkin-card'
import { BeginHandover } from '@/components/handover/list/begin-handover'
import { HandoverRefused } from '@/components/handover/list/handover-refused'
import { NoteList } from '@/components/reservations/note-list'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { getReservationCheckin } from '@/lib/checkin/queries'
import { getDeparture } from '@/lib/handover/queries/departure'
import { pickupRefusal } from '@/lib/handover/refusals'
import { listNotes } from '@/lib/reservations/queries/notes'

export const generateMetadata = pageTitle('handover')

/** Before a pickup: what was booked, and the button that makes the contract; or why there is nothing to hand over. */
export default async function PickupDoorPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('handover.perform')
  const { id } = await params
  const [t, tRefused, departure] = await Promise.all([
    getTranslations('handover.begin'),
    getTranslations('handover.refused.pickup'),
    orNotFound(getDeparture(ctx, id)),
  ])
  const { reservationId, vehicle, stillOut, contract } = departure
  const { timeZone } = ctx
  const [notes, checkin] = await Promise.all([
    listNotes(ctx, departure.reservationId),
    getReservationCheckin(ctx, departure.reservationId),
  ])
  const refusal = pickupRefusal(departure)
  const facts = [
    { label: t('customer'), value: departure.customer },
    { label: t('reservation'), value: departure.number },
    { label: t('from'), value: <DateTime instant={departure.startsAt} timeZone={timeZone} /> },
    { label: t('to'), value: <DateTime instant={departure.endsAt} timeZone={timeZone} /> },
    { label: t('place'), value: departure.place },
    ...(notes.length > 0
      ? [{ label: t('notes'), value: <NoteList notes={notes} timeZone={ctx.timeZone} /> }]
      : []),
  ]
  if (refusal) {
    const carried = {
      plate: vehicle.plate.replaceAll(' ', '\u00A0'),
      customer: stillOut?.customer ?? '',
      number: stillOut?.number ?? '',
    }
    const due = () => stillOut && <DateTime instant={stillOut.dueAt} timeZone={timeZone} />
    const href =
      refusal === 'still_out'
        ? `/handover/contracts/${stillOut?.contractId}`
        : refusal === 'picked_up'
          ? `/dashboard/contracts/${contract?.id}`
          : `/dashboard/reservations/${reservationId}`
    return (
      <HandoverRefused
        title={tRefused(`${refusal}.title`)}
        text={tRefused.rich(`${refusal}.text`, { ...carried, due })}
        next={{ href, label: tRefused(`${refusal}.next`) }}
      >
        <DataList facts={facts} />
      </HandoverRefused>
    )
  }
  return (
    <BeginHandover
      kind="pickup"
      vehicle={vehicle}
      isBegun={departure.handoverId !== null}
      notice={vehicle.status === 'cleaning' ? t('vehicle.cleaning') : undefined}
      begin={startPickupAction.bind(null, { reservationId })}
    >
      <DataList facts={facts} />
      <CheckinCard checkin={checkin} timeZone={timeZone} />
    </BeginHandover>
  )
}
