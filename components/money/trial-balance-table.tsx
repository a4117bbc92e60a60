import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Money } from '@/components/ui/money'
import type { TrialBalance } from '@/lib/money/queries/trial-balance'

/** Each account with what was posted on both sides and what is left; the last line proves the books. */
export function TrialBalanceTable({ balance, currency }: { balance: TrialBalance; currency: string }) {
  const t = useTranslations('money')
  const { accounts, sumRappen } = balance
  if (accounts.length === 0) return <Alert>{t('ledger.empty')}</Alert>
  const total = (side: 'debitRappen' | 'creditRappen') => accounts.reduce((sum, row) => sum + row[side], 0)
  return (
    <section className="rounded-lg border bg-surface p-4">
      <table className="tabular w-full text-sm">
        <thead className="text-muted text-xs">
          <tr className="[&_th:not(:last-child)]:pr-3 [&_th]:pb-1.5 [&_th]:font-medium">
            <th scope="col" className="text-left">
              {t('ledger.account')}
            </th>
            <th scope="col" className="text-right max-sm:hidden">
              {t('ledger.debit')}
            </th>
            <th scope="col" className="text-right max-sm:hidden">
              {t('ledger.credit')}
            </th>
            <th scope="col" className="text-right">
              {t('ledger.balance', { currency })}
            </th>
          </tr>
        </thead>
        <tbody className="[&_td:not(:last-child)]:pr-3 [&_td]:border-t [&_td]:py-1.5">
          {accounts.map((row) => (
            <tr key={row.account}>
              <td>{t(`accounts.${row.account}`)}</td>
              <td className="text-right text-muted max-sm:hidden">
                <Money amountRappen={row.debitRappen} bare />
              </td>
              <td className="text-right text-muted max-sm:hidden">
                <Money amountRappen={row.creditRappen} bare />
              </td>
              <td className="text-right">
                <Money amountRappen={row.balanceRappen} bare />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold [&>*:not(:last-child)]:pr-3 [&>*]:border-t [&>*]:border-t-line-strong [&>*]:pt-1.5">
            <th scope="row" className="text-left [font-weight:inherit]">
              {t('ledger.sum')}
            </th>
            <td className="text-right max-sm:hidden">
              <Money amountRappen={total('debitRappen')} bare />
            </td>
            <td className="text-right max-sm:hidden">
              <Money amountRappen={total('creditRappen')} bare />
            </td>
            <td className="text-right">
              <Money amountRappen={sumRappen} bare />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
