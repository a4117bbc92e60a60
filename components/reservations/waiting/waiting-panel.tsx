import { orNothing } from '@/components/lists/or-nothing'
import { RecordPanel } from '@/components/lists/record-panel'
import { WaitingDetails } from '@/components/reservations/waiting/waiting-details'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CompanyContext } from '@/lib/core/context'
import { getWaitingEntry } from '@/lib/reservations/waiting/queries'

/** An entry of the waiting list beside the list. */
export async function WaitingPanel({ ctx, id }: { ctx: CompanyContext; id: string }) {
  const entry = await orNothing(getWaitingEntry(ctx, id))
  if (!entry) return null
  return (
    <RecordPanel
      title={entry.customer.name}
      badge={<StatusBadge kind="waiting" status={entry.status} />}
      href={`/dashboard/reservations/waiting/${id}`}
    >
      <WaitingDetails
        entry={entry}
        timeZone={ctx.timeZone}
        rights={{ canCreate: ctx.can('reservations.create'), canEdit: ctx.can('reservations.edit') }}
      />
    </RecordPanel>
  )
}
