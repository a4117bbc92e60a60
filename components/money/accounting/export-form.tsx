'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ACCOUNTING_FORMATS } from '@/lib/money/accounting/schema'

/** As many as the database hands out at once. */
const MOST_DAYS = 365

/** The books of a period as a file for the accounting program. */
export function ExportForm({ from, until }: { from: string; until: string }) {
  const t = useTranslations('money.accounting')
  const [period, setPeriod] = useState({ from, until })
  const [isChecked, setChecked] = useState(false)
  const days = (Date.parse(period.until) - Date.parse(period.from)) / 86_400_000
  const isWrong = !(days >= 0 && days <= MOST_DAYS)

  // The file comes by an address of its own; what that would refuse is said here.
  function check(event: FormEvent) {
    setChecked(true)
    if (isWrong) event.preventDefault()
  }

  return (
    <Card title={t('export')}>
      <form action="/api/ledger/export" onSubmit={check} noValidate className="grid gap-3">
        <Field name="from" label={t('from')}>
          <DateInput value={period.from} onValueChange={(day) => setPeriod({ ...period, from: day })} />
        </Field>
        <Field name="until" label={t('until')} error={isChecked && isWrong ? t('periodWrong') : undefined}>
          <DateInput value={period.until} onValueChange={(day) => setPeriod({ ...period, until: day })} />
        </Field>
        <Field name="format" label={t('format')} help={t('formatHelp')}>
          <Select>
            {ACCOUNTING_FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`formats.${format}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">
          <Download aria-hidden="true" />
          {t('download')}
        </Button>
      </form>
    </Card>
  )
}
