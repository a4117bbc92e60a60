'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'

/** From which day to which; both stand in the address. */
export function StatementPeriodForm({ from, until }: { from: string; until: string }) {
  const t = useTranslations('money')
  return (
    <form className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[12rem_12rem_auto] sm:justify-start">
      <Field name="from" label={t('accounting.from')}>
        <DateInput defaultValue={from} />
      </Field>
      <Field name="until" label={t('accounting.until')}>
        <DateInput defaultValue={until} />
      </Field>
      <Button type="submit">{t('statement.show')}</Button>
    </form>
  )
}
