import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import {
  billProblems,
  partyProblems,
  type QrBill,
  slipParty,
  slipText,
} from '@/lib/money/documents/qr-bill/bill'
import { INVOICE_WORDS } from '@/lib/money/documents/words'

/** What is still to be paid of an invoice. */
export function openRappen({ total_rappen, paid_rappen }: InvoiceFacts['invoice']): number {
  return Math.max(0, total_rappen - paid_rappen)
}

/**
 * The QR-bill of an invoice, or null when there is nothing to pay or the company's data would make a wrong one:
 * a slip that banks refuse is worse than none. A debtor with half an address is left for the payer to write.
 */
export function billOf({ invoice }: InvoiceFacts, language: DocumentLanguage): QrBill | null {
  if (openRappen(invoice) === 0) return null
  const debtor = slipParty(invoice.debtor)
  const bill: QrBill = {
    iban: (invoice.creditor.iban ?? '').replace(/\s/g, ''),
    creditor: slipParty(invoice.creditor),
    amountRappen: openRappen(invoice),
    currency: invoice.currency,
    debtor: partyProblems('debtor', debtor).length === 0 ? debtor : null,
    reference: invoice.reference ?? null,
    message: slipText(INVOICE_WORDS[language].message(invoice.number), 140),
  }
  return billProblems(bill).length === 0 ? bill : null
}
