import { useTranslations } from 'next-intl'
import { ChargeLines } from '@/components/money/charge-lines'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { formatRappen } from '@/lib/core/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

/** The charged lines, their total, the VAT it contains by rate, and what of it is paid. */
export function InvoiceLines({ invoice }: { invoice: InvoiceDetail }) {
  const t = useTranslations('money.detail')
  const { lines, vat, totalRappen, dueRappen, openRappen, currency } = invoice
  const credited = invoice.creditNotes.reduce((sum, { amountRappen }) => sum + amountRappen, 0)
  const adjusted = [
    ...(invoice.feesRappen > 0 ? [{ label: t('fees'), amountRappen: invoice.feesRappen }] : []),
    ...(credited > 0 ? [{ label: t('credited'), amountRappen: -credited }] : []),
  ]
  const vatSums = vat
    .filter(({ rate_bp }) => rate_bp > 0)
    .map(({ rate_bp, gross_rappen, vat_rappen }) => ({
      label: t('vat', { rate: (rate_bp / 100).toFixed(1), gross: formatRappen(gross_rappen) }),
      amountRappen: vat_rappen,
      quiet: true,
    }))
  const settled =
    openRappen === totalRappen
      ? adjusted
      : [
          ...adjusted,
          ...(openRappen === dueRappen ? [] : [{ label: t('paid'), amountRappen: openRappen - dueRappen }]),
          { label: t('open'), amountRappen: openRappen, strong: true },
        ]
  return (
    <Card title={t('lines')}>
      <ChargeLines
        lines={lines}
        currency={currency}
        heading={({ contract }) => contract && <ContractHeading contract={contract} />}
        sums={[{ label: t('total'), amountRappen: totalRappen, strong: true }, ...vatSums, ...settled]}
      />
      {vatSums.length === 0 && <p className="mt-2 text-muted text-xs">{t('noVat')}</p>}
    </Card>
  )
}

/** Of which contract the lines beneath are. */
function ContractHeading({
  contract,
}: {
  contract: NonNullable<InvoiceDetail['lines'][number]['contract']>
}) {
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-3">
      <span>
        <TextLink href={`/dashboard/contracts/${contract.id}`} className="tabular font-medium">
          {contract.number}
        </TextLink>{' '}
        <span className="tabular text-muted">{contract.plate}</span>
      </span>
      <span className="text-muted text-xs">
        <LocalDate day={contract.serviceFrom} /> – <LocalDate day={contract.serviceTo} />
      </span>
    </span>
  )
}
