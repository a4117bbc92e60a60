'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { PhotoTile } from '@/components/handover/photos/photo-tile'
import { StepFrame } from '@/components/handover/step-frame'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { localDateOf } from '@/lib/core/dates'
import { bornBy, lapsesBefore } from '@/lib/handover/rules'
import { LICENCE_CATEGORIES } from '@/lib/handover/schema'

/** Who drives: what is known is filled in, the licence in hand is held against it. */
export function DriverStep() {
  const t = useTranslations('handover.driver')
  const { handover, timeZone, draft, change, next } = useHandover()
  const { driver } = draft
  const id = useId()
  const lastDay = localDateOf(new Date(handover.contract.endsAt), timeZone)
  const today = localDateOf(new Date(), timeZone)
  const isLapsing = lapsesBefore(driver.licenceExpiresOn, lastDay)
  const isTooYoung = driver.birthDate !== '' && driver.birthDate > bornBy(today, handover.contract.minimumAge)
  const texts = ['firstName', 'lastName', 'birthDate', 'licenceNumber', 'licenceExpiresOn'] as const
  const isWhole = texts.every((name) => driver[name].trim() !== '') && driver.licenceCategories.length > 0
  const isReady = isWhole && !isLapsing && !isTooYoung && draft.isLicenceChecked

  const set = (part: Partial<typeof driver>) => change({ driver: { ...driver, ...part } })
  const toggle = (category: string) => {
    const has = driver.licenceCategories.includes(category)
    const others = driver.licenceCategories.filter((known) => known !== category)
    set({ licenceCategories: has ? others : [...others, category] })
  }

  return (
    <StepFrame
      summary={isReady ? undefined : t(isWhole && !isLapsing && !isTooYoung ? 'confirmFirst' : 'incomplete')}
      primary={
        <Button variant="primary" size="xl" disabled={!isReady} onClick={next}>
          {t('next')}
        </Button>
      }
    >
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
          <Input
            type="date"
            value={driver.birthDate}
            max={today}
            onChange={({ target }) => set({ birthDate: target.value })}
            className="h-12"
          />
        </Field>
        <Field label={t('licenceExpiresOn')} error={isLapsing ? t('lapses') : undefined}>
          <Input
            type="date"
            value={driver.licenceExpiresOn}
            onChange={({ target }) => set({ licenceExpiresOn: target.value })}
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
      <Choice
        legend={t('categories')}
        options={LICENCE_CATEGORIES.map((category) => ({ value: category, label: category }))}
        chosen={[...driver.licenceCategories] as (typeof LICENCE_CATEGORIES)[number][]}
        onChoose={toggle}
      />
      {isLapsing && <Alert tone="danger">{t('lapsesText')}</Alert>}
      <div className="grid grid-cols-2 items-center gap-3">
        <PhotoTile position="licence" />
        <p className="text-muted text-sm">{t('photoHelp')}</p>
      </div>
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
