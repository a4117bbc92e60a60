import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import type { RefundPreview } from '@/lib/money/refunds'

/** A booking before it is made: each account with what it gets on the left or on the right. */
export function PostedLegs({ preview, currency }: { preview: RefundPreview; currency: string }) {
  const t = useTranslations('money')
  return (
    <div className="grid gap-2 rounded border bg-sunken px-3 py-2.5 text-sm">
      <table className="tabular w-full">
        <caption className="pb-1.5 text-left font-medium">{t('refund.posts')}</caption>
        <thead className="text-muted text-xs">
          <tr className="[&_th]:pb-1 [&_th]:font-medium">
            <th scope="col" className="text-left">
              {t('ledger.account')}
            </th>
            <th scope="col" className="text-right">
              {t('ledger.debit')}
            </th>
            <th scope="col" className="text-right">
              {t('ledger.credit')}
            </th>
          </tr>
        </thead>
        <tbody className="[&_td]:border-t [&_td]:py-1">
          {preview.legs.map(({ account, amountRappen }) => (
            <tr key={account}>
              <td>{t(`accounts.${account}`)}</td>
              <td className="text-right">
                {amountRappen > 0 && <Money amountRappen={amountRappen} currency={currency} bare />}
              </td>
              <td className="text-right">
                {amountRappen < 0 && <Money amountRappen={-amountRappen} currency={currency} bare />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.creditNote && <p className="text-muted text-xs">{t('refund.creditNote')}</p>}
    </div>
  )
}
