'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFieldError } from '@/components/dashboard/action-form'
import { useChargeLabel } from '@/components/money/charge-label'
import { Checkbox } from '@/components/ui/checkbox'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/core/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

type CreditLinesProps = { lines: InvoiceDetail['lines']; currency: string; openRappen: number }

/** The lines of an invoice to choose from, and what the chosen ones come to. */
export function CreditLines({ lines, currency, openRappen }: CreditLinesProps) {
  const t = useTranslations('money.credit')
  const label = useChargeLabel()
  // That the chosen lines are too much is said of an amount.
  const [none, tooMuch] = [useFieldError('lineIds'), useFieldError('amountRappen')]
  const [chosen, setChosen] = useState<string[]>([])
  const sum = lines
    .filter(({ id }) => chosen.includes(id))
    .reduce((total, { creditableRappen }) => total + creditableRappen, 0)
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t('scopes.lines')}</legend>
      <ul className="divide-y rounded border">
        {lines.map((line) => (
          <li key={line.id} className="flex items-baseline justify-between gap-3 px-3 py-2">
            <Checkbox
              name="lineIds"
              value={line.id}
              checked={chosen.includes(line.id)}
              onCheckedChange={() => toggle(line.id)}
              label={label(line)}
            />
            <Money amountRappen={line.creditableRappen} bare className="text-sm" />
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="flex justify-between gap-3 font-medium text-sm">
        {t('chosen')} <Money amountRappen={sum} currency={currency} />
      </p>
      {sum > openRappen && (
        <p className="text-overdue-text text-xs">
          {t('exceedsOpen', { open: formatMoney(openRappen, currency) })}
        </p>
      )}
      {(none ?? tooMuch) && <p className="text-overdue-text text-xs">{none ?? tooMuch}</p>}
    </fieldset>
  )
}
