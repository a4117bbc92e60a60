'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ACCOUNTING_FORMATS } from '@/lib/money/accounting/schema'

/** The books of a period as a file for the accounting program. */
export function ExportForm({ from, until }: { from: string; until: string }) {
  const t = useTranslations('money.accounting')
  return (
    <Card title={t('export')}>
      <form action="/api/ledger/export" className="grid gap-3">
        <Field name="from" label={t('from')}>
          <DateInput defaultValue={from} />
        </Field>
        <Field name="until" label={t('until')}>
          <DateInput defaultValue={until} />
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
