import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { startReturnAction } from '@/app/(handover)/handover/actions'
import { BeginHandover } from '@/components/handover/list/begin-handover'
import { HandoverRefused } from '@/components/handover/list/handover-refused'
import { NoteList } from '@/components/reservations/note-list'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { getArrival } from '@/lib/handover/queries/departure'
import { returnRefusal } from '@/lib/handover/refusals'
import { listNotes } from '@/lib/reservations/queries/notes'

export const generateMetadata = pageTitle('handover')

/** Before a return: which contract, when it was due, and the button that begins; or why there is nothing to take back. */
export default async function ReturnDoorPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('handover.perform')
  const { id } = await params
  const [t, tRefused, arrival] = await Promise.all([
    getTranslations('handover.begin'),
    getTranslations('handover.refused.return'),
    orNotFound(getArrival(ctx, id)),
  ])
  const notes = await listNotes(ctx, arrival.reservationId)
  const refusal = returnRefusal(arrival)
  const facts = [
    { label: t('customer'), value: arrival.customer },
    { label: t('contract'), value: arrival.number },
    { label: t('due'), value: <DateTime instant={arrival.endsAt} timeZone={ctx.timeZone} /> },
    ...(notes.length > 0
      ? [{ label: t('notes'), value: <NoteList notes={notes} timeZone={ctx.timeZone} /> }]
      : []),
  ]
  if (refusal) {
    const href =
      refusal === 'not_picked_up'
        ? `/handover/reservations/${arrival.reservationId}`
        : `/dashboard/contracts/${arrival.contractId}`
    return (
      <HandoverRefused
        title={tRefused(`${refusal}.title`)}
        text={tRefused(`${refusal}.text`, { plate: arrival.vehicle.plate.replaceAll(' ', '\u00A0') })}
        next={{ href, label: tRefused(`${refusal}.next`) }}
      >
        <DataList facts={facts} />
      </HandoverRefused>
    )
  }
  return (
    <BeginHandover
      kind="return"
      vehicle={arrival.vehicle}
      isBegun={arrival.handoverId !== null}
      notice={new Date(arrival.endsAt) < ctx.now() ? t('late') : undefined}
      begin={startReturnAction.bind(null, { contractId: arrival.contractId })}
    >
      <DataList facts={facts} />
    </BeginHandover>
  )
}
