import type { ReactNode } from 'react'
import { SignAddendum } from '@/components/contracts/sign-addendum'
import { SignedAddendum } from '@/components/contracts/signed-addendum'
import { Differences } from '@/components/reservations/change/differences'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import type { PastChange } from '@/lib/reservations/queries/changes'

/** What stands under a change of a contract: its signed addendum, or the way to sign it while the rental runs. */
export function addendumOf(
  contract: ContractDetail,
  change: PastChange,
  { canSign, timeZone }: { canSign: boolean; timeZone: string },
): ReactNode {
  const signed = contract.addenda.find(({ change_id }) => change_id === change.id)
  if (signed) return <SignedAddendum contractId={contract.id} addendum={signed} />
  const isOfRental = contract.pickedUpAt !== null && Date.parse(change.at) >= Date.parse(contract.pickedUpAt)
  // It says what both vehicles drove.
  const isOpen = contract.handovers.some((side) => side.change_id === change.id && !side.completed_at)
  if (!canSign || contract.status !== 'active' || !isOfRental || change.isUndone || isOpen) return null
  return (
    <span className="mt-1">
      <SignAddendum
        changeId={change.id}
        number={contract.number}
        customer={contract.customer.name}
        differenceRappen={change.after.totalRappen - change.before.totalRappen}
        currency={contract.currency}
      >
        <Differences change={change} timeZone={timeZone} />
      </SignAddendum>
    </span>
  )
}
