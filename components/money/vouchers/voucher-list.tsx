import { useTranslations } from 'next-intl'
import { LocalDate } from '@/components/money/local-date'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { Voucher } from '@/lib/money/vouchers/queries'

/** Each voucher with its code, what is left of it, and until when. */
export function VoucherList({ vouchers }: { vouchers: Voucher[] }) {
  const t = useTranslations('money.vouchers')
  return (
    <Card flush>
      <ul className="divide-y text-sm">
        {vouchers.map((voucher) => (
          <li
            key={voucher.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-4 py-3"
          >
            <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <code className="select-all font-mono text-base">{voucher.code}</code>
              <Badge>
                {t(voucher.state === 'valid' ? `kinds.${voucher.kind}` : `states.${voucher.state}`)}
              </Badge>
            </p>
            <Money
              amountRappen={voucher.balanceRappen}
              currency={voucher.currency}
              className="text-right font-semibold"
            />
            <p className="min-w-0 text-muted text-xs">
              {voucher.note && `${voucher.note} · `}
              {voucher.expiresOn ? (
                <>
                  {t('until')} <LocalDate day={voucher.expiresOn} />
                </>
              ) : (
                t('forever')
              )}
            </p>
            <p className="text-right text-muted text-xs">
              {t('of')} <Money amountRappen={voucher.amountRappen} bare />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
