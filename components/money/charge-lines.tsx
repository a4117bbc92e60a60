import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { useChargeLabel } from '@/components/money/charge-label'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import type { ChargePart } from '@/lib/core/documents/charges'

export type ChargeLine = {
  id: string
  kind: string
  code: string
  names: Record<string, string> | null
  quantity: number
  unitRappen: number
  amountRappen: number
  vatBp: number
  /** Of a charge that stands on several invoices: which part of it this is. */
  part?: ChargePart | null
}

type Sum = { label: string; amountRappen: number; strong?: boolean; quiet?: boolean }

type ChargeLinesProps<L extends ChargeLine> = {
  lines: L[]
  sums: Sum[]
  currency: string
  /** What stands above a line, across the table, where others begin. */
  heading?: (line: L) => ReactNode
  /** Why a line is what it is, beneath its name. */
  explain?: (line: L) => ReactNode
}

/** Charged lines with unit price, VAT and amount, and the sums beneath; amounts stand under each other. */
export function ChargeLines<L extends ChargeLine>({
  lines,
  sums,
  currency,
  heading,
  explain,
}: ChargeLinesProps<L>) {
  const t = useTranslations('money')
  const label = useChargeLabel()
  const partOf = ({ percent, days, of_days }: ChargePart) =>
    [
      ...(percent === undefined ? [] : [t('charges.part.percent', { percent })]),
      ...(days && of_days ? [t('charges.part.days', { days, of: of_days })] : []),
    ].join(', ')
  return (
    <table className="tabular w-full text-sm">
      <thead className="text-left text-muted text-xs max-sm:sr-only">
        <tr className="[&_th:not(:last-child)]:pr-3 [&_th]:pb-1.5 [&_th]:font-medium">
          <th scope="col">{t('columns.description')}</th>
          <th scope="col" className="text-right">
            {t('columns.unit')}
          </th>
          <th scope="col" className="text-right">
            {t('columns.vat')}
          </th>
          <th scope="col" className="text-right">
            {t('columns.amount', { currency })}
          </th>
        </tr>
      </thead>
      <tbody className="[&_td]:border-t [&_td]:py-1.5 [&_td]:align-top">
        {lines.map((line) => {
          const above = heading?.(line)
          return (
            <Fragment key={line.id}>
              {above && (
                <tr>
                  <th scope="rowgroup" colSpan={4} className="border-t pt-3 pb-1.5 text-left font-normal">
                    {above}
                  </th>
                </tr>
              )}
              <tr>
                <td className="pr-3">
                  {label(line)}
                  {line.part && <span className="text-muted"> ({partOf(line.part)})</span>}
                  {explain && <span className="block text-muted text-xs">{explain(line)}</span>}
                </td>
                <td className="pr-3 text-right text-muted max-sm:hidden">
                  <Money amountRappen={line.unitRappen} bare />
                </td>
                <td className="whitespace-nowrap pr-3 text-right text-muted max-sm:hidden">
                  {line.vatBp > 0 ? `${line.vatBp / 100} %` : '–'}
                </td>
                <td className="text-right">
                  <Money amountRappen={line.amountRappen} bare />
                </td>
              </tr>
            </Fragment>
          )
        })}
      </tbody>
      <tfoot>
        {sums.map((sum, index) => (
          <tr
            key={sum.label}
            className={cn(
              '[&>*]:pt-1.5',
              index === 0 && '[&>*]:border-t [&>*]:border-t-line-strong',
              sum.strong && 'font-semibold text-base',
              sum.quiet && 'text-muted text-xs',
            )}
          >
            <th scope="row" colSpan={3} className="text-left [font-weight:inherit] max-sm:hidden">
              {sum.label}
            </th>
            <th scope="row" className="text-left [font-weight:inherit] sm:hidden">
              {sum.label}
            </th>
            <td className="text-right">
              <Money amountRappen={sum.amountRappen} currency={currency} bare={!sum.strong} />
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}
