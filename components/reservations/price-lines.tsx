import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { labelOf } from '@/lib/core/labels'
import type { Price, PriceLine } from '@/lib/core/price'

/** The lines of a price with their sum and the VAT in it. */
export function PriceLines({ price }: { price: Price }) {
  const t = useTranslations('reservations.price')
  return (
    <table className="tabular w-full text-sm [&_td]:py-1">
      <tbody>
        {price.lines.map((line) => (
          <tr key={`${line.kind} ${line.code} ${line.unitRappen} ${labelOf(line.names, 'de')}`}>
            <td className="pr-4">
              <LineName line={line} />
            </td>
            <td className="text-right align-top">
              <Money amountRappen={line.amountRappen} bare />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold [&_td]:border-t [&_td]:pt-2">
          <td>{t('total')}</td>
          <td className="text-right">
            <Money amountRappen={price.totalRappen} currency={price.currency} />
          </td>
        </tr>
        {price.vat.map(({ rateBp, vatRappen }) => (
          <tr key={rateBp} className="text-muted text-xs">
            <td>{t('vat', { rate: (rateBp / 100).toFixed(1) })}</td>
            <td className="text-right">
              <Money amountRappen={vatRappen} bare />
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}

/** `2 weeks × 390.00`, the name of a surcharge, discount or fee, or the extra's with how it is charged. */
function LineName({ line }: { line: PriceLine }) {
  const t = useTranslations('reservations.price')
  const locale = useLocale()
  const unit = <Money amountRappen={line.unitRappen} bare />
  const name = labelOf(line.names, locale)
  if (line.kind === 'rental' && line.code !== 'weekday') {
    return (
      <>
        {line.quantity} {t(line.code, { count: line.quantity })} {name}{' '}
        <span className="text-muted">× {unit}</span>
      </>
    )
  }
  if (line.kind !== 'extra') {
    return (
      <>
        {t(`lines.${line.code}`)}{' '}
        <span className="text-muted">{line.quantity > 1 ? `${line.quantity} × ` : name}</span>
        {line.quantity > 1 && <span className="text-muted">{unit}</span>}
      </>
    )
  }
  return (
    <>
      {line.quantity > 1 && `${line.quantity} × `}
      {name}{' '}
      <span className="text-muted">
        {unit} {t(line.charge === 'per_day' ? 'perDay' : 'perRental')}
      </span>
    </>
  )
}
