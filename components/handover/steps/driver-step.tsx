'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { LicenceFindings } from '@/components/customers/licence-findings'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { missingFacts } from '@/components/handover/missing-facts'
import { NextButton } from '@/components/handover/next-button'
import { LicencePhotos } from '@/components/handover/photos/licence-photos'
import { StepFrame } from '@/components/handover/step-frame'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { localDateOf } from '@/lib/core/dates'
import { licenceFindings } from '@/lib/customers/licence'
import type { KnownDriver } from '@/lib/handover/handover'
import { bornBy, lapsesBefore } from '@/lib/handover/rules'
import { LICENCE_CATEGORIES } from '@/lib/handover/schema'

const NOBODY: KnownDriver = {
  id: '',
  firstName: '',
  lastName: '',
  birthDate: '',
  licenceNumber: '',
  licenceCategories: [],
  licenceCodes: '',
  licenceSince: {},
  licenceExpiresOn: '',
}

/** Who drives: what is known is filled in, the licence in hand is held against it. */
export function DriverStep() {
  const t = useTranslations('handover.driver')
  const words = useTranslations('handover')
  const { handover, timeZone, draft, change } = useHandover()
  const { driver } = draft
  const id = useId()
  const lastDay = localDateOf(new Date(handover.contract.endsAt), timeZone)
  const today = localDateOf(new Date(), timeZone)
  const isLapsing = lapsesBefore(driver.licenceExpiresOn, lastDay)
  const isTooYoung = driver.birthDate !== '' && driver.birthDate > bornBy(today, handover.contract.minimumAge)
  const missing = missingFacts(handover, draft).flatMap(({ fact, step }) =>
    step === 'driver' && fact !== 'licenceSeen' ? fact : [],
  )
  const isWhole = missing.length === 0
  const facts = missing.map((fact) => words(`signature.facts.${fact}`)).join(', ')
  const obstacle = !isWhole
    ? t('incomplete', { facts })
    : isTooYoung
      ? t('tooYoung', { age: handover.contract.minimumAge })
      : isLapsing
        ? t('lapsesText')
        : t('confirmFirst')
  const isReady = isWhole && !isLapsing && !isTooYoung && draft.isLicenceChecked

  const findings = licenceFindings(
    {
      birthDate: driver.birthDate || null,
      categories: driver.licenceCategories,
      since: driver.licenceSince,
      codes: driver.licenceCodes.split(/[\s,;/]+/).filter(Boolean),
      expiresOn: driver.licenceExpiresOn || null,
      verifiedAt: today,
    },
    { ...handover.vehicle.demand, minimumAge: handover.contract.minimumAge },
    { startsOn: today, endsOn: lastDay },
  )
  // What stops stands at its field; here is what a person has to judge, once there is something to judge.
  const doubts = isWhole ? findings.filter(({ stops }) => !stops) : []

  const set = (part: Partial<typeof driver>) => change({ driver: { ...driver, ...part } })
  const toggle = (category: string) => {
    const has = driver.licenceCategories.includes(category)
    const others = driver.licenceCategories.filter((known) => known !== category)
    set({ licenceCategories: has ? others : [...others, category] })
  }

  return (
    <StepFrame
      summary={isReady ? undefined : obstacle}
      primary={<NextButton label={t('next')} disabled={!isReady} />}
    >
      {handover.drivers.length > 1 && (
        <Field label={t('who')}>
          <Select
            value={driver.id}
            className="h-12"
            onChange={({ target }) => {
              const known = handover.drivers.find(({ id: one }) => one === target.value)
              change({ driver: known ?? NOBODY, isLicenceChecked: false })
            }}
          >
            {handover.drivers.map((known) => (
              <option key={known.id} value={known.id}>
                {known.firstName} {known.lastName}
              </option>
            ))}
            <option value="">{t('somebodyElse')}</option>
          </Select>
        </Field>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('firstName')}>
          <Input
            value={driver.firstName}
            onChange={({ target }) => set({ firstName: target.value })}
            autoComplete="off"
            className="h-12"
          />
        </Field>
        <Field label={t('lastName')}>
          <Input
            value={driver.lastName}
            onChange={({ target }) => set({ lastName: target.value })}
            autoComplete="off"
            className="h-12"
          />
        </Field>
        <Field
          label={t('birthDate')}
          error={isTooYoung ? t('tooYoung', { age: handover.contract.minimumAge }) : undefined}
        >
          <DateInput
            value={driver.birthDate}
            max={today}
            onValueChange={(birthDate) => set({ birthDate })}
            className="h-12"
          />
        </Field>
        <Field label={t('licenceExpiresOn')} error={isLapsing ? t('lapses') : undefined}>
          <DateInput
            value={driver.licenceExpiresOn}
            onValueChange={(licenceExpiresOn) => set({ licenceExpiresOn })}
            className="h-12"
          />
        </Field>
      </div>
      <Field label={t('licenceNumber')}>
        <Input
          value={driver.licenceNumber}
          onChange={({ target }) => set({ licenceNumber: target.value })}
          autoComplete="off"
          className="tabular h-12"
        />
      </Field>
      <Field label={t('codes')} help={t('codesHelp')} optional>
        <Input
          value={driver.licenceCodes}
          onChange={({ target }) => set({ licenceCodes: target.value })}
          inputMode="decimal"
          autoComplete="off"
          className="tabular h-12"
        />
      </Field>
      <Choice
        legend={t('categories')}
        options={LICENCE_CATEGORIES.map((category) => ({ value: category, label: category }))}
        chosen={[...driver.licenceCategories] as (typeof LICENCE_CATEGORIES)[number][]}
        onChoose={toggle}
      />
      <LicenceFindings findings={doubts} />
      {isLapsing && <Alert tone="danger">{t('lapsesText')}</Alert>}
      <LicencePhotos />
      <Checkbox
        id={id}
        checked={draft.isLicenceChecked}
        onCheckedChange={(checked) => change({ isLicenceChecked: checked === true })}
        label={t('checked')}
        help={t('checkedHelp')}
        className="rounded border border-line-strong bg-surface p-4"
      />
    </StepFrame>
  )
}
