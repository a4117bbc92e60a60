import { useTranslations } from 'next-intl'
import { ChargeLines } from '@/components/money/charge-lines'
import { Card } from '@/components/ui/card'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

/** What is charged, the VAT in it by rate, and what is still to be paid. */
export function InvoiceLines({ invoice }: { invoice: InvoiceDetail }) {
  const t = useTranslations('money.detail')
  const { totalRappen, openRappen, vat } = invoice
  const vatSums = vat.map(({ rate_bp, vat_rappen }) => ({
    label: t('vat', { rate: String(rate_bp / 100) }),
    amountRappen: vat_rappen,
    quiet: true,
  }))
  return (
    <Card title={t('lines')}>
      <ChargeLines
        lines={invoice.lines}
        currency={invoice.currency}
        sums={[
          { label: t('total'), amountRappen: totalRappen, strong: true },
          ...vatSums,
          { label: t('paid'), amountRappen: openRappen - totalRappen },
          { label: t('open'), amountRappen: openRappen, strong: true },
        ]}
      />
    </Card>
  )
}
