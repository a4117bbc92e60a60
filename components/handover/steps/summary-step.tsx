'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ContractTerms } from '@/components/handover/contract-terms'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { StepFrame } from '@/components/handover/step-frame'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { formatKm } from '@/lib/core/distance'
import { toEighths } from '@/lib/handover/rules'

/** Everything that is about to be signed, for the customer to read. */
export function SummaryStep() {
  const t = useTranslations('handover.summary')
  const accessory = useTranslations('handover.accessories.names')
  const { handover, draft, timeZone } = useHandover()
  const { shownPhotos, shownDamages } = handover
  const { contract, vehicle } = handover
  const money = (amountRappen: number) => <Money amountRappen={amountRappen} currency={contract.currency} />
  const deposit = draft.depositMethod && draft.depositMethod !== 'none' ? draft.depositMethod : null
  const facts: { label: string; value: ReactNode }[] = [
    {
      label: t('vehicle'),
      value: `${vehicle.make} ${vehicle.model}, ${vehicle.plate.replaceAll(' ', '\u00A0')}`,
    },
    { label: t('driver'), value: `${draft.driver.firstName} ${draft.driver.lastName}` },
    { label: t('from'), value: <DateTime instant={contract.startsAt} timeZone={timeZone} /> },
    { label: t('to'), value: <DateTime instant={contract.endsAt} timeZone={timeZone} /> },
    { label: t('total'), value: money(contract.totalRappen) },
    {
      label: t('included'),
      value: t.rich('includedKm', {
        km: formatKm(contract.includedKm),
        price: () => money(contract.extraKmRappen),
      }),
    },
    {
      label: t('deposit'),
      value: deposit ? (
        <>
          {money(contract.securityDepositRappen)}, {t(`depositBy.${deposit}`)}
        </>
      ) : (
        t('depositBy.none')
      ),
    },
    { label: t('odometer'), value: formatKm(draft.odometerKm ?? 0) },
    { label: t('fuel'), value: `${toEighths(draft.fuelPercent)}/8` },
    {
      label: t('along'),
      value: [t('keys', { count: draft.keys }), ...draft.accessories.map((one) => accessory(one))].join(', '),
    },
    { label: t('photos'), value: shownPhotos.filter(({ position }) => position !== 'licence').length },
    { label: t('damages'), value: t('damageCount', { count: shownDamages.length }) },
  ]
  return (
    <StepFrame primary={<NextButton label={t('next')} />}>
      <p className="text-muted">
        {contract.number ? t('intro', { number: contract.number }) : t('introNoNumber')}
      </p>
      <div className="rounded-lg border bg-surface p-4">
        <DataList facts={facts} />
      </div>
      <ContractTerms contract={contract} />
    </StepFrame>
  )
}
