'use client'

import type { ReactNode } from 'react'
import { AgreedDamages } from '@/components/handover/agreement/agreed-damages'
import { InLanguage, useAgreement } from '@/components/handover/agreement/agreement-words'
import { LanguageChoice } from '@/components/handover/agreement/language-choice'
import { TermsOfRental } from '@/components/handover/agreement/terms-of-rental'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { usePhone } from '@/components/handover/phone/phone-context'
import { StepFrame } from '@/components/handover/step-frame'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { formatDateTime } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import type { BookedExtra } from '@/lib/handover/handover'
import { isAccessory, withheldPieces } from '@/lib/handover/pieces'
import { isLicence, toEighths } from '@/lib/handover/rules'

/** Everything that is about to be signed, for the customer to read in their own language. */
export function SummaryStep() {
  const { handover, draft, language, timeZone } = useHandover()
  const { state } = usePhone()
  const t = useAgreement(language)
  const { contract, vehicle, shownPhotos, paidRappen } = handover
  const openRappen = contract.totalRappen - paidRappen
  const money = (amountRappen: number) => <Money amountRappen={amountRappen} currency={contract.currency} />
  const deposit = draft.depositMethod && draft.depositMethod !== 'none' ? draft.depositMethod : null
  const nameOf = ({ names, quantity }: BookedExtra) =>
    t('extra', { quantity, name: labelOf(names, language) })
  const extras = contract.extras.map(nameOf)
  const withheld = withheldPieces(handover, draft).map(nameOf)
  const along = (code: string) => {
    const booked = contract.extras.find((extra) => extra.code === code)
    if (booked) return nameOf(booked)
    return isAccessory(code) ? t(`accessories.${code}`) : code
  }
  const now = new Date(Date.now() + (state.clockOffsetMs ?? 0))
  const level = t('fuelNow', { eighths: toEighths(draft.fuelPercent) })
  const facts: { label: string; value: ReactNode }[] = [
    {
      label: t('vehicle'),
      value: `${vehicle.make} ${vehicle.model}, ${vehicle.plate.replaceAll(' ', '\u00A0')}`,
    },
    { label: t('driver'), value: `${draft.driver.firstName} ${draft.driver.lastName}` },
    ...(handover.furtherDrivers.length > 0
      ? [{ label: t('furtherDrivers'), value: handover.furtherDrivers.map(({ name }) => name).join(', ') }]
      : []),
    { label: t('from'), value: <DateTime instant={contract.startsAt} timeZone={timeZone} /> },
    { label: t('handedOver'), value: t('now', { at: formatDateTime(now, { timeZone, locale: language }) }) },
    { label: t('to'), value: <DateTime instant={contract.endsAt} timeZone={timeZone} /> },
    { label: t('price'), value: money(contract.totalRappen) },
    ...(openRappen > 0
      ? [
          {
            label: t('paid'),
            value: t.rich('paidText', { paid: () => money(paidRappen), open: () => money(openRappen) }),
          },
        ]
      : []),
    ...(extras.length > 0 ? [{ label: t('extras'), value: extras.join(', ') }] : []),
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
    ...(contract.excessRappen == null
      ? []
      : [
          {
            label: t('excess'),
            value: t.rich('excessText', { amount: () => money(contract.excessRappen ?? 0) }),
          },
        ]),
    {
      label: t('km'),
      value: t.rich('kmText', {
        km: formatKm(contract.includedKm),
        price: () => money(contract.extraKmRappen),
      }),
    },
    { label: t('odometer'), value: draft.odometerKm === null ? '–' : formatKm(draft.odometerKm) },
    {
      label: t('fuel'),
      value: vehicle.refill
        ? t.rich('fuelText', {
            level,
            unit: vehicle.refill,
            price: () => money(contract.refillRappen[vehicle.refill ?? 'litre']),
          })
        : t('fuelSame', { level }),
    },
    {
      label: t('along'),
      value: [t('keys', { count: draft.keys }), ...draft.accessories.map(along)].join(', '),
    },
    ...(withheld.length > 0 ? [{ label: t('withheld'), value: withheld.join(', ') }] : []),
    {
      label: t('photos'),
      value: t('photoCount', { count: shownPhotos.filter(({ position }) => !isLicence(position)).length }),
    },
  ]
  return (
    <StepFrame primary={<NextButton label={t('next')} />}>
      <LanguageChoice legend={t('language')} />
      <InLanguage language={language} className="grid gap-5">
        <p className="text-muted">
          {contract.number ? t('intro', { number: contract.number }) : t('introNoNumber')}
        </p>
        <div className="rounded-lg border bg-surface p-4">
          <DataList facts={facts} className="grid-cols-[minmax(6rem,auto)_1fr] hyphens-auto" />
        </div>
        <AgreedDamages />
        <TermsOfRental />
      </InLanguage>
    </StepFrame>
  )
}
