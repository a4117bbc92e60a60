import { useTranslations } from 'next-intl'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { Statement } from '@/lib/money/statement/facts'

type StatementTableProps = { statement: Statement; from: string; until: string }

/** Each movement with what was owed after it, between the balance of the first day and that of the last. */
export function StatementTable({ statement, from, until }: StatementTableProps) {
  const t = useTranslations('money')
  const balance = (label: string, day: string, rappen: number) => (
    <tr className="font-semibold">
      <td className="whitespace-nowrap pr-3 max-sm:hidden">
        <LocalDate day={day} />
      </td>
      <th scope="row" className="pr-3 text-left [font-weight:inherit]">
        {label}
      </th>
      <td className="max-sm:hidden" />
      <td className="text-right">
        <Money amountRappen={rappen} currency={statement.currency} />
      </td>
    </tr>
  )
  return (
    <Card>
      <table className="tabular w-full text-sm [&_tbody_td]:border-t [&_tbody_th]:border-t [&_td]:py-1.5 [&_th]:py-1.5">
        <thead className="text-muted text-xs">
          <tr className="[&_th]:font-medium">
            <th scope="col" className="text-left max-sm:hidden">
              {t('statement.day')}
            </th>
            <th scope="col" className="text-left">
              {t('statement.what')}
            </th>
            <th scope="col" className="pr-3 text-right max-sm:hidden">
              {t('statement.amount')}
            </th>
            <th scope="col" className="text-right">
              {t('statement.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {balance(t('statement.opening'), from, statement.openingRappen)}
          {statement.entries.map((entry, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is booked keeps its place
            <tr key={place}>
              <td className="whitespace-nowrap pr-3 text-muted max-sm:hidden">
                <LocalDate day={entry.day} />
              </td>
              <td className="pr-3">
                {t(`accounting.kinds.${entry.kind}`)} <span className="text-muted">{entry.number}</span>
                <span className="block text-muted text-xs sm:hidden">
                  <LocalDate day={entry.day} /> · <Money amountRappen={entry.amountRappen} bare />
                </span>
              </td>
              <td className="pr-3 text-right max-sm:hidden">
                <Money amountRappen={entry.amountRappen} bare />
              </td>
              <td className="text-right text-muted">
                <Money amountRappen={entry.balanceRappen} bare />
              </td>
            </tr>
          ))}
          {balance(t('statement.closing'), until, statement.closingRappen)}
        </tbody>
      </table>
      {statement.entries.length === 0 && <p className="mt-3 text-muted text-sm">{t('statement.empty')}</p>}
    </Card>
  )
}
