'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { StepFrame } from '@/components/handover/step-frame'
import { useStepAction } from '@/components/handover/use-step-action'
import { useChargeLabel } from '@/components/money/charge-label'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { Skeleton } from '@/components/ui/skeleton'
import type { Settlement } from '@/lib/handover/queries/settlement'

/** What the return costs, computed by the database from what was entered; agreed before anybody signs. */
export function SettlementStep() {
  const t = useTranslations('handover.settlement')
  const { handover, actions, draft, next } = useHandover()
  const { isRunning, failure, run } = useStepAction()
  const [settlement, setSettlement] = useState<Settlement | null>(null)
  const { odometerKm, fuelPercent } = draft
  const isKnown = odometerKm !== null

  function load() {
    const request = { handoverId: handover.id, odometerKm: odometerKm ?? 0, fuelPercent }
    run(() => actions.previewSettlement(request), setSettlement)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for other readings only
  useEffect(load, [odometerKm, fuelPercent])

  return (
    <StepFrame
      failure={failure}
      primary={
        failure ? (
          <Button size="xl" loading={isRunning} onClick={load}>
            {t('retry')}
          </Button>
        ) : (
          <Button variant="primary" size="xl" disabled={!settlement || !isKnown || isRunning} onClick={next}>
            {t('next')}
          </Button>
        )
      }
    >
      {settlement ? (
        <SettlementSums settlement={settlement} currency={handover.contract.currency} />
      ) : (
        !failure && <Skeleton className="h-56" />
      )}
    </StepFrame>
  )
}

function SettlementSums({ settlement, currency }: { settlement: Settlement; currency: string }) {
  const t = useTranslations('handover.settlement')
  const label = useChargeLabel()
  const sums = [
    { name: t('rental'), amountRappen: settlement.rentalRappen },
    ...settlement.lines.map((line) => ({ name: label(line), amountRappen: line.amountRappen })),
    { name: t('paid'), amountRappen: 0 - settlement.paidRappen },
  ]
  return (
    <div className="rounded-lg border bg-surface">
      <ul className="grid gap-3 p-4">
        {sums.map(({ name, amountRappen }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal charges may stand in one settlement
          <li key={index} className="flex items-baseline justify-between gap-4 text-base">
            <span className="min-w-0">{name}</span>
            <Money amountRappen={amountRappen} bare />
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 border-t p-4 font-semibold text-xl">
        <span>{settlement.dueRappen < 0 ? t('credit') : t('due')}</span>
        <Money amountRappen={Math.abs(settlement.dueRappen)} currency={currency} />
      </p>
      {settlement.lines.length === 0 && <p className="border-t p-4 text-muted">{t('nothing')}</p>}
    </div>
  )
}
