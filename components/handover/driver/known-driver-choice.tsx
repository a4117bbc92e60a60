import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { KnownDriver } from '@/lib/handover/handover'
import { NOBODY } from '@/lib/handover/told-drivers'

type KnownDriverChoiceProps = {
  known: KnownDriver[]
  chosen: KnownDriver
  onChoose: (driver: KnownDriver) => void
}

/** One of the people the customer lets drive, or somebody else. */
export function KnownDriverChoice({ known, chosen, onChoose }: KnownDriverChoiceProps) {
  const t = useTranslations('handover.driver')
  return (
    <Field label={t('who')}>
      <Select
        value={chosen.id}
        className="h-12"
        onChange={({ target }) => onChoose(known.find(({ id }) => id === target.value) ?? NOBODY)}
      >
        {known.map(({ id, firstName, lastName }) => (
          <option key={id} value={id}>
            {firstName} {lastName}
          </option>
        ))}
        <option value="">{t('somebodyElse')}</option>
      </Select>
    </Field>
  )
}
