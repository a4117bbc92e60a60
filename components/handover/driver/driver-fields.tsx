import { useTranslations } from 'next-intl'
import { LicenceFindings } from '@/components/customers/licence-findings'
import { Choice } from '@/components/handover/choice'
import type { useLicence } from '@/components/handover/driver/use-licence'
import { useHandover } from '@/components/handover/handover-context'
import { Alert } from '@/components/ui/alert'
import { DateInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { KnownDriver } from '@/lib/handover/handover'
import { LICENCE_CATEGORIES } from '@/lib/handover/schema'

type DriverFieldsProps = {
  driver: KnownDriver
  licence: ReturnType<typeof useLicence>
  onChange: (driver: KnownDriver) => void
}

/** Who somebody is and what their licence says, as it is copied from the card. */
export function DriverFields({ driver, licence, onChange }: DriverFieldsProps) {
  const t = useTranslations('handover.driver')
  const { handover } = useHandover()
  const { today, isTooYoung, isLapsing, findings } = licence
  const set = (part: Partial<KnownDriver>) => onChange({ ...driver, ...part })
  const toggle = (category: string) => {
    const has = driver.licenceCategories.includes(category)
    const others = driver.licenceCategories.filter((known) => known !== category)
    set({ licenceCategories: has ? others : [...others, category] })
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('firstName')}>
          <Input
            value={driver.firstName}
            maxLength={80}
            onChange={({ target }) => set({ firstName: target.value })}
            autoComplete="off"
            className="h-12"
          />
        </Field>
        <Field label={t('lastName')}>
          <Input
            value={driver.lastName}
            maxLength={80}
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
          maxLength={40}
          onChange={({ target }) => set({ licenceNumber: target.value })}
          autoComplete="off"
          className="tabular h-12"
        />
      </Field>
      <Field label={t('codes')} help={t('codesHelp')} optional>
        <Input
          value={driver.licenceCodes}
          maxLength={120}
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
      <LicenceFindings findings={findings} />
      {isLapsing && <Alert tone="danger">{t('lapsesText')}</Alert>}
    </>
  )
}
