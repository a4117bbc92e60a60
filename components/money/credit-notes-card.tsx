import { useTranslations } from 'next-intl'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

/** What was taken back of an invoice, and why; the number opens the paper. */
export function CreditNotesCard({ invoice }: { invoice: InvoiceDetail }) {
  const t = useTranslations('money.credit')
  return (
    <Card title={t('notes')} flush>
      <ul className="divide-y">
        {invoice.creditNotes.map((note) => (
          <li key={note.id} className="grid gap-0.5 px-4 py-3 text-sm">
            <span className="flex items-baseline justify-between gap-3">
              <a
                href={`/api/credit-notes/${note.id}/pdf`}
                target="_blank"
                rel="noreferrer"
                className="tabular underline underline-offset-4 hover:text-accent-text"
              >
                {note.number}
              </a>
              <Money amountRappen={-note.amountRappen} currency={invoice.currency} className="font-medium" />
            </span>
            <span className="wrap-anywhere text-muted text-xs">
              <LocalDate day={note.issuedOn} /> · {note.reason}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
