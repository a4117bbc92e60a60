import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LocalDate } from '@/components/money/local-date'
import { VoidVoucher } from '@/components/money/vouchers/void-voucher'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { Voucher } from '@/lib/money/vouchers/queries'

type VoucherListProps = { vouchers: Voucher[]; canPrint: boolean; canVoid: boolean }

/** Each voucher with its code, what is left of it, and until when; to print, or to take back. */
export function VoucherList({ vouchers, canPrint, canVoid }: VoucherListProps) {
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
            {voucher.voidReason && (
              <p className="wrap-anywhere col-span-2 text-muted text-xs">
                {t('void.because', { reason: voucher.voidReason })}
              </p>
            )}
            {voucher.state === 'valid' && (canPrint || canVoid) && (
              <p className="col-span-2 flex flex-wrap gap-2 pt-1">
                {canPrint && (
                  <a
                    href={`/api/vouchers/${voucher.id}/pdf`}
                    target="_blank"
                    rel="noreferrer"
                    className={buttonStyle({ size: 'sm' })}
                  >
                    <Printer aria-hidden="true" />
                    {t('print')}
                  </a>
                )}
                {canVoid && <VoidVoucher voucher={voucher} />}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
