'use client'

import { useEffect, useState } from 'react'
import { InLanguage, useAgreement } from '@/components/handover/agreement/agreement-words'
import { LanguageChoice } from '@/components/handover/agreement/language-choice'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { StepFrame } from '@/components/handover/step-frame'
import { useOnline } from '@/components/handover/use-online'
import { Alert } from '@/components/ui/alert'
import { Money } from '@/components/ui/money'
import { Skeleton } from '@/components/ui/skeleton'
import { chargeLabel, chargeUnit } from '@/lib/core/documents/charge-label'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { formatMoney } from '@/lib/core/money'
import type { Settlement } from '@/lib/handover/queries/settlement'

/**
 * What the return costs, computed by the database from what was entered. Without network nobody can know it: then the
 * customer signs the state of the vehicle, and the settlement follows by mail.
 */
export function SettlementStep() {
  const { handover, draft, language } = useHandover()
  const t = useAgreement(language)
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
        <NextButton
          label={t(isUnknown ? 'settlement.nextWithout' : 'next')}
          disabled={!settlement && !isUnknown}
        />
      }
    >
      <LanguageChoice legend={t('language')} />
      <InLanguage language={language}>
        {isUnknown ? (
          <Alert tone="warning" title={t('settlement.unknown.title')}>
            {t('settlement.unknown.text')}
          </Alert>
        ) : settlement ? (
          <SettlementSums settlement={settlement} currency={handover.contract.currency} language={language} />
        ) : (
          <Skeleton className="h-56" />
        )}
      </InLanguage>
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

type SettlementSumsProps = { settlement: Settlement; currency: string; language: DocumentLanguage }

function SettlementSums({ settlement, currency, language }: SettlementSumsProps) {
  const t = useAgreement(language)
  const sums = [
    { name: t('settlement.rental'), amountRappen: settlement.rentalRappen, deviation: null, capped: null },
    ...settlement.lines.map((line) => ({ ...line, name: chargeName(line, language) })),
    { name: t('settlement.paid'), amountRappen: 0 - settlement.paidRappen, deviation: null, capped: null },
  ]
  return (
    <div className="rounded-lg border bg-surface">
      <ul className="grid gap-3 p-4">
        {sums.map(({ name, amountRappen, deviation, capped }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal charges may stand in one settlement
          <li key={index} className="flex items-baseline justify-between gap-4 text-base">
            <span className="grid min-w-0 gap-0.5">
              {name}
              {deviation && (
                <span className="text-muted text-sm">
                  {t('settlement.deviation', {
                    list: formatMoney(deviation.listRappen, currency),
                    reason: deviation.reason,
                  })}
                </span>
              )}
              {capped && (
                <span className="text-muted text-sm">
                  {t('settlement.capped', {
                    full: formatMoney(capped.fullRappen, currency),
                    excess: formatMoney(capped.excessRappen, currency),
                  })}
                </span>
              )}
            </span>
            <Money amountRappen={amountRappen} bare />
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 border-t p-4 font-semibold text-xl">
        <span>{settlement.dueRappen < 0 ? t('settlement.credit') : t('settlement.due')}</span>
        <Money amountRappen={Math.abs(settlement.dueRappen)} currency={currency} />
      </p>
      {settlement.lines.length === 0 && <p className="border-t p-4 text-muted">{t('settlement.nothing')}</p>}
    </div>
  )
}

/** A charge with how much of it. */
function chargeName(line: Settlement['lines'][number], language: DocumentLanguage): string {
  const unit = chargeUnit(line, language)
  const name = chargeLabel(line, language)
  return unit ? `${name}, ${line.quantity}\u00A0${unit}` : name
}
