import { useTranslations } from 'next-intl'
import { groupReference } from '@/components/money/group-reference'
import type { QrBill } from '@/lib/money/documents/qr-bill/bill'
import { qrImage } from '@/lib/money/pay-link/transfer'

/** The QR-bill on a screen: the code to scan, and the same as text to copy. */
export function BankTransfer({ bill }: { bill: QrBill }) {
  const t = useTranslations('booking-site.pay')
  const { creditor } = bill
  const rows = [
    [t('iban'), bill.iban.replace(/(.{4})(?=.)/g, '$1 ')],
    [t('payee'), `${creditor.name}, ${creditor.postalCode} ${creditor.town}`],
    ...(bill.reference ? [[t('reference'), groupReference(bill.reference)]] : []),
    [t('message'), bill.message],
  ]
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div>
        <h2 className="font-semibold text-lg">{t('transfer')}</h2>
        <p className="text-muted">{t('transferText')}</p>
      </div>
      <div className="grid gap-5 sm:grid-cols-[12rem_1fr]">
        <img src={qrImage(bill)} alt={t('qrAlt')} width={192} height={192} className="rounded" />
        <dl className="grid content-start gap-2">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt className="text-muted text-sm">{label}</dt>
              <dd className="tabular select-all">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
