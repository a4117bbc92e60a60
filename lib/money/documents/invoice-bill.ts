import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { billFor, type QrBill } from '@/lib/money/documents/qr-bill/bill'
import { INVOICE_WORDS } from '@/lib/money/documents/words'

/** What is still to be paid of an invoice. */
export function openRappen({ total_rappen, paid_rappen }: InvoiceFacts['invoice']): number {
  return Math.max(0, total_rappen - paid_rappen)
}

/** The QR-bill of an invoice, or null when there is nothing to pay or the company's data would make a wrong one. */
export function billOf({ invoice }: InvoiceFacts, language: DocumentLanguage): QrBill | null {
  return billFor({
    creditor: invoice.creditor,
    debtor: invoice.debtor,
    amountRappen: openRappen(invoice),
    currency: invoice.currency,
    reference: invoice.reference ?? null,
    message: INVOICE_WORDS[language].message(invoice.number),
  })
}
