import { useTranslations } from 'next-intl'
import { CardCharge } from '@/components/money/card-charge'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type InvoicesCardProps = { billing: ContractDetail['billing']; currency: string }

/** The contract's invoices with what of each is still open, who pays what, and what waits for the end of the month. */
export function InvoicesCard({ billing, currency }: InvoicesCardProps) {
  const t = useTranslations('contracts.billing')
  const { invoices, shares, waitsForMonth } = billing
  const isSplit = shares.length > 1
  const isPart = invoices.some((invoice) => !invoice.isFinal)
  const waiting = waitsForMonth ? (shares.find(({ payer }) => payer === 'customer')?.leftRappen ?? 0) : 0
  if (invoices.length === 0 && !isSplit && !waitsForMonth) return null
  return (
    <Card title={t('title', { count: Math.max(invoices.length, 1) })} flush>
      <ul className="divide-y text-sm">
        {invoices.map((invoice) => (
          <li key={`${invoice.id} ${invoice.payer}`} className="grid gap-1 px-4 py-3">
            <div className="flex items-center justify-between gap-3">
              <TextLink href={`/dashboard/invoices/${invoice.id}`} className="font-medium">
                {invoice.number}
              </TextLink>
              <StatusBadge kind="invoice" status={invoice.status} />
            </div>
            {(isSplit || isPart) && (
              <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted">
                <span className="min-w-0">{isSplit ? invoice.name : t('part')}</span>
                <Money amountRappen={invoice.amountRappen} currency={currency} />
              </p>
            )}
            {isPart && (
              <p className="text-muted text-xs">
                <LocalDate day={invoice.serviceFrom} /> – <LocalDate day={invoice.serviceTo} />
              </p>
            )}
            <p className="flex items-baseline justify-between gap-3">
              <span className="text-muted">{t('open')}</span>
              <Money amountRappen={invoice.openRappen} currency={currency} />
            </p>
            <CardCharge charge={invoice.charge} isOpen={invoice.openRappen > 0} />
          </li>
        ))}
        {isSplit && shares.some(({ leftRappen }) => leftRappen !== 0) && (
          <li className="grid gap-1 px-4 py-3">
            <p className="text-muted text-xs">{t('shares')}</p>
            {shares.map((share) => (
              <p key={share.payer} className="flex items-baseline justify-between gap-3">
                <span className="min-w-0">{share.name ?? t(`payers.${share.payer}`)}</span>
                <Money amountRappen={share.totalRappen} currency={currency} />
              </p>
            ))}
          </li>
        )}
        {waiting > 0 && (
          <li className="grid gap-1 px-4 py-3">
            <p className="flex items-baseline justify-between gap-3">
              <span className="text-muted">{t('waits')}</span>
              <Money amountRappen={waiting} currency={currency} />
            </p>
            <p className="text-muted text-xs">{t('waitsText')}</p>
          </li>
        )}
      </ul>
    </Card>
  )
}
