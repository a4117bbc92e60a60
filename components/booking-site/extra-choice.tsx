import { useTranslations } from 'next-intl'
import { SelectBox } from '@/components/booking-site/select-box'
import { extraField } from '@/lib/booking-site/search-state'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { SiteCompany } from '@/lib/core/site-company'

/** More than this many would not fit a phone's width side by side. */
const MOST_SIDE_BY_SIDE = 4

type ExtraChoiceProps = {
  extra: SiteCompany['extras'][number]
  quantity: number
  /** How many are left in the period; undefined where they are not counted. */
  left: number | undefined
  currency: string
  locale: string
}

/** How many of an extra: one tap each, plain fields of the form. */
export function ExtraChoice({ extra, quantity, left, currency, locale }: ExtraChoiceProps) {
  const t = useTranslations('booking-site.extras')
  const label = labelOf(extra.names, locale)
  const amount = formatMoney(extra.priceRappen, currency)
  return (
    <fieldset className="rounded-lg border bg-surface p-4 has-[input[value='0']:not(:checked)]:has-[:checked]:border-accent-line">
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="min-w-40 flex-1">
          <p aria-hidden="true" className="font-medium text-lg">
            {label}
          </p>
          <p className="tabular text-muted text-sm">
            {t(extra.charge === 'per_day' ? 'perDay' : 'perRental', { amount })}
            {left !== undefined && left < extra.maxQuantity && (
              <span className={left < quantity ? 'text-overdue-text' : undefined}>
                {' '}
                · {t('left', { count: left })}
              </span>
            )}
          </p>
        </div>
        <Quantity
          extra={{
            ...extra,
            maxQuantity: Math.max(quantity, Math.min(extra.maxQuantity, left ?? extra.maxQuantity)),
          }}
          quantity={quantity}
          label={label}
        />
      </div>
    </fieldset>
  )
}

function Quantity({
  extra: { code, maxQuantity },
  quantity,
  label,
}: Pick<ExtraChoiceProps, 'extra' | 'quantity'> & { label: string }) {
  const t = useTranslations('booking-site.extras')
  const name = extraField(code)
  const quantities = [...Array(maxQuantity + 1).keys()]
  if (maxQuantity > MOST_SIDE_BY_SIDE) {
    return (
      <SelectBox label={label} labelHidden name={name} defaultValue={quantity} className="w-24">
        {quantities.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </SelectBox>
    )
  }
  const words = (choice: number) => {
    if (choice === 0) return t('none')
    return maxQuantity === 1 ? t('add') : String(choice)
  }
  return (
    <div className="flex overflow-hidden rounded border border-control">
      {quantities.map((choice) => (
        <label
          key={choice}
          className="tabular grid h-11 min-w-11 cursor-pointer place-items-center border-line-strong border-r px-3 text-sm last:border-r-0 hover:bg-sunken has-[:checked]:bg-accent has-[:checked]:font-medium has-[:checked]:text-accent-ink has-[[value='0']:checked]:bg-pressed has-[[value='0']:checked]:text-ink has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring has-[:focus-visible]:-outline-offset-4"
        >
          <input
            type="radio"
            name={name}
            value={choice}
            defaultChecked={choice === quantity}
            className="sr-only"
          />
          {words(choice)}
        </label>
      ))}
    </div>
  )
}
