import type { Locale } from '@/lib/core/i18n/locales'
import {
  billProblems,
  partyProblems,
  type QrBill,
  slipParty,
  slipText,
} from '@/lib/money/documents/qr-bill/bill'
import { qrMatrix } from '@/lib/money/documents/qr-bill/payload'
import { INVOICE_WORDS } from '@/lib/money/documents/words'
import type { LinkedInvoice } from '@/lib/money/pay-link/queries'

/** What a transfer at one's bank needs: the same bill as on paper, for what is open now; null where the bill would be a wrong one. */
export function transferOf(invoice: LinkedInvoice, language: Locale): QrBill | null {
  const debtor = slipParty(invoice.debtor)
  const bill: QrBill = {
    iban: (invoice.creditor.iban ?? '').replace(/\s/g, ''),
    creditor: slipParty(invoice.creditor),
    amountRappen: invoice.openRappen,
    currency: invoice.currency,
    debtor: partyProblems('debtor', debtor).length === 0 ? debtor : null,
    reference: invoice.reference,
    message: slipText(INVOICE_WORDS[language].message(invoice.number), 140),
  }
  return billProblems(bill).length === 0 ? bill : null
}

/** Modules of the Swiss cross, 7 mm of 46. */
const CROSS_SHARE = 7 / 46

/** The QR code of a bill as the address of a picture, black on white whatever the page's colours. */
export function qrImage(bill: QrBill): string {
  const matrix = qrMatrix(bill)
  const size = matrix.length
  const path = matrix
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  const cross = size * CROSS_SHARE
  const at = (share: number) => (size - cross * share) / 2
  const box = (wide: number, high: number, colour: string) =>
    `<rect x="${at(wide)}" y="${at(high)}" width="${cross * wide}" height="${cross * high}" fill="${colour}"/>`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}" shape-rendering="crispEdges"><rect x="-2" y="-2" width="100%" height="100%" fill="#fff"/><path d="${path}"/>${box(1.15, 1.15, '#fff')}${box(1, 1, '#000')}${box(0.6, 0.18, '#fff')}${box(0.18, 0.6, '#fff')}</svg>`
  return `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`
}
