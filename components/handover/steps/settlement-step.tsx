'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { StepFrame } from '@/components/handover/step-frame'
import { useOnline } from '@/components/handover/use-online'
import { useChargeLabel } from '@/components/money/charge-label'
import { Alert } from '@/components/ui/alert'
import { Money } from '@/components/ui/money'
import { Skeleton } from '@/components/ui/skeleton'
import { formatMoney } from '@/lib/core/money'
import type { Settlement } from '@/lib/handover/queries/settlement'

/**
 * What the return costs, computed by the database from what was entered. Without network nobody can know it: then the
 * customer signs the state of the vehicle, and the settlement follows by mail.
 */
export function SettlementStep() {
  const t = useTranslations('handover.settlement')
  const { handover, draft } = useHandover()
  const isOnline = useOnline()
  const [settlement, setSettlement] = useState<Settlement | 'unknown' | null>(null)
  const { odometerKm, fuelPercent } = draft
  const id = handover.record?.id
  // Marks that have not arrived would be missing from the sum.
  const isAhead = handover.unsent.length > 0 || !id

  useEffect(() => {
    if (isAhead || !isOnline || odometerKm === null) return
    const stop = new AbortController()
    void fetchSettlement(id, { odometerKm, fuelPercent }, stop.signal).then(
      (found) => stop.signal.aborted || setSettlement(found ?? 'unknown'),
    )
    return () => stop.abort()
  }, [id, isAhead, isOnline, odometerKm, fuelPercent])

  const isUnknown = !isOnline || settlement === 'unknown'
  return (
    <StepFrame
      primary={
        <NextButton label={t(isUnknown ? 'nextWithout' : 'next')} disabled={!settlement && !isUnknown} />
      }
    >
      {isUnknown ? (
        <Alert tone="warning" title={t('unknown.title')}>
          {t('unknown.text')}
        </Alert>
      ) : settlement ? (
        <SettlementSums settlement={settlement} currency={handover.contract.currency} />
      ) : (
        <Skeleton className="h-56" />
      )}
    </StepFrame>
  )
}

/** The sums as the server has them now; null when it cannot be asked. */
async function fetchSettlement(
  handoverId: string,
  { odometerKm, fuelPercent }: { odometerKm: number; fuelPercent: number },
  signal: AbortSignal,
): Promise<Settlement | null> {
  const query = new URLSearchParams({
    odometerKm: String(odometerKm),
    fuelPercent: String(fuelPercent),
  })
  const response = await fetch(`/api/handovers/${handoverId}/settlement?${query}`, { signal }).catch(
    () => null,
  )
  if (!response?.ok) return null
  return ((await response.json()) as { data: Settlement }).data
}

function SettlementSums({ settlement, currency }: { settlement: Settlement; currency: string }) {
  const t = useTranslations('handover.settlement')
  const label = useChargeLabel()
  const sums = [
    { name: t('rental'), amountRappen: settlement.rentalRappen, deviation: null },
    ...settlement.lines.map((line) => ({ ...line, name: label(line) })),
    { name: t('paid'), amountRappen: 0 - settlement.paidRappen, deviation: null },
  ]
  return (
    <div className="rounded-lg border bg-surface">
      <ul className="grid gap-3 p-4">
        {sums.map(({ name, amountRappen, deviation }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal charges may stand in one settlement
          <li key={index} className="flex items-baseline justify-between gap-4 text-base">
            <span className="grid min-w-0 gap-0.5">
              {name}
              {deviation && (
                <span className="break-words text-muted text-sm">
                  {t('deviation', {
                    list: formatMoney(deviation.listRappen, currency),
                    reason: deviation.reason,
                  })}
                </span>
              )}
            </span>
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
