import { StatusBadge } from '@/components/ui/status-badge'
import type { ReservationStatus } from '@/lib/reservations/schema'

/** A reservation's status; one that still waits for its deposit only holds the vehicle. */
export function ReservationBadge({ status }: { status: ReservationStatus }) {
  return <StatusBadge kind="reservation" status={status === 'pending' ? 'hold' : status} />
}
