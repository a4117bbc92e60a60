import { useTranslations } from 'next-intl'
import { CardCharge } from '@/components/money/card-charge'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type InvoiceCardProps = { invoice: NonNullable<ContractDetail['invoice']>; currency: string }

/** The contract's invoice and what of it is still open. */
export function InvoiceCard({ invoice, currency }: InvoiceCardProps) {
  const t = useTranslations('contracts.detail')
  return (
    <Card title={t('invoice')}>
      <div className="grid gap-2 text-sm">
        <div className="flex items-center justify-between gap-3">
          <TextLink href={`/dashboard/invoices/${invoice.id}`} className="font-medium">
            {invoice.number}
          </TextLink>
          <StatusBadge kind="invoice" status={invoice.status} />
        </div>
        <div className="flex items-baseline justify-between gap-3">
          <span className="text-muted">{t('open')}</span>
          <Money amountRappen={invoice.openRappen} currency={currency} />
        </div>
        <CardCharge charge={invoice.charge} isOpen={invoice.openRappen > 0} />
      </div>
    </Card>
  )
}
