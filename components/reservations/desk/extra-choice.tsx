'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Extra } from '@/lib/fleet/queries/catalogue'

type ExtraChoiceProps = {
  extras: Extra[]
  currency: string
  quantities: Record<string, number>
  onChange: (quantities: Record<string, number>) => void
}

/** What goes with the vehicle, and how many of it. */
export function ExtraChoice({ extras, currency, quantities, onChange }: ExtraChoiceProps) {
  const t = useTranslations('fleet.prices')
  const locale = useLocale()
  if (extras.length === 0) return <p className="text-muted text-sm">{t('extrasNone')}</p>
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {extras.map((extra) => (
        <Field
          key={extra.id}
          label={labelOf(extra.names, locale)}
          help={`${formatMoney(extra.priceRappen, currency)} ${t(`charges.${extra.charge}`)}`}
        >
          <Select
            value={quantities[extra.id] ?? 0}
            onChange={({ target }) => onChange({ ...quantities, [extra.id]: Number(target.value) })}
          >
            {[...Array(extra.maxQuantity + 1).keys()].map((quantity) => (
              <option key={quantity} value={quantity}>
                {quantity === 0 ? '–' : quantity}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  )
}
