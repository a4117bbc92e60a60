import { StatusBadge } from '@/components/ui/status-badge'
import { standingOf } from '@/lib/contracts/rules'
import type { ContractStatus } from '@/lib/contracts/schema'

type ContractBadgeProps = {
  contract: { status: ContractStatus; endsAt: string }
  now: Date
  timeZone: string
}

/** A contract's state; a running one says when it is due back today or late. */
export function ContractBadge({ contract, now, timeZone }: ContractBadgeProps) {
  return <StatusBadge kind="contract" status={standingOf(contract, now, timeZone)} />
}
