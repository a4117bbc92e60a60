import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import {
  completePickupAction,
  completeReturnAction,
  markDamageAction,
  previewSettlementAction,
  removeDamageAction,
} from '@/app/(handover)/handover/actions'
import { HandoverDone } from '@/components/handover/handover-done'
import { HandoverFlow } from '@/components/handover/handover-flow'
import { HandoverRefused } from '@/components/handover/list/handover-refused'
import { isContractSealed } from '@/lib/contracts/queries/documents'
import { getHandover } from '@/lib/handover/queries/handover'

export const generateMetadata = pageTitle('handover')

/** A handover under way, or what came of it. */
export default async function HandoverStepsPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('handover.perform')
  const { id } = await params
  const handover = await orNotFound(getHandover(ctx, id))
  if (handover.isCompleted) {
    const isSealed = handover.kind === 'pickup' && (await isContractSealed(ctx, handover.contract.id))
    return <HandoverDone handover={handover} isSealed={isSealed} />
  }
  const t = await getTranslations('handover')
  if (handover.contract.isCancelled) {
    const { id: contractId, number } = handover.contract
    return (
      <HandoverRefused
        title={t('refused.contractCancelled.title')}
        text={t('refused.contractCancelled.text', { number })}
        next={{ href: `/dashboard/contracts/${contractId}`, label: t('refused.contractCancelled.next') }}
      />
    )
  }
  return (
    <HandoverFlow
      handover={handover}
      timeZone={ctx.timeZone}
      staffName={ctx.actor.kind === 'user' ? ctx.actor.fullName : t('title')}
      actions={{
        markDamage: markDamageAction,
        removeDamage: removeDamageAction,
        previewSettlement: previewSettlementAction,
        completePickup: completePickupAction,
        completeReturn: completeReturnAction,
      }}
    />
  )
}
