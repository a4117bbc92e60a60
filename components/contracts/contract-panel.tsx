import { ChargesCard } from '@/components/contracts/charges-card'
import { ContactCard } from '@/components/contracts/contact-card'
import { ContractBadge } from '@/components/contracts/contract-badge'
import { ContractFacts } from '@/components/contracts/contract-facts'
import { ContractNextStep } from '@/components/contracts/contract-next-step'
import { orNothing } from '@/components/lists/or-nothing'
import { RecordPanel } from '@/components/lists/record-panel'
import { getContract } from '@/lib/contracts/queries/detail'
import type { CompanyContext } from '@/lib/core/context'

/** A contract beside the list: the next step, whom to call, what was agreed, what it costs. */
export async function ContractPanel({ ctx, id }: { ctx: CompanyContext; id: string }) {
  const contract = await orNothing(getContract(ctx, id))
  if (!contract) return null
  const { timeZone } = ctx
  const rights = {
    canHandOver: ctx.can('handover.perform'),
    canTakeMoney: ctx.can('payments.take'),
    canClose: ctx.can('contracts.create'),
  }
  return (
    <RecordPanel
      title={contract.number}
      badge={<ContractBadge contract={contract} now={ctx.now()} timeZone={timeZone} />}
      href={`/dashboard/contracts/${id}`}
    >
      <div className="flex flex-wrap gap-2">
        <ContractNextStep contract={contract} rights={rights} />
      </div>
      <ContactCard customer={contract.customer} />
      <ContractFacts contract={contract} timeZone={timeZone} columns={1} />
      <ChargesCard contract={contract} timeZone={timeZone} />
    </RecordPanel>
  )
}
