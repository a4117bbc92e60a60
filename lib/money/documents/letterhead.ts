import { formatPhone } from '@/lib/core/documents/format'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { INK, mm, type Sheet } from '@/lib/core/documents/sheet'
import type { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { INVOICE_WORDS } from '@/lib/money/documents/words'

function lineOf(parts: (string | null | undefined)[], glue: string): string {
  return parts.filter(Boolean).join(glue)
}

type Parties = Pick<InvoiceFacts['invoice'], 'creditor' | 'debtor' | 'locale'>

/** Who sends a paper about money, and to whom: the head of its first page. */
export function drawLetterhead(sheet: Sheet, { creditor, debtor, locale }: Parties): void {
  drawSenderOf(sheet, { creditor, locale })
  drawAddress(sheet, debtor)
}

/** Who sends a paper about money, and how to reach them. */
export function drawSenderOf(sheet: Sheet, { creditor, locale }: Omit<Parties, 'debtor'>): void {
  const words = INVOICE_WORDS[toDocumentLanguage(locale)]
  const right = sheet.left + sheet.width
  sheet.drawSender(creditor.name)
  const contact = [
    lineOf([creditor.street, creditor.house_number], ' '),
    lineOf([creditor.postal_code, creditor.town], ' '),
    lineOf([formatPhone(creditor.phone), creditor.email], ' · '),
    creditor.vat_registered && creditor.uid_number ? `${words.vatNumber} ${creditor.uid_number}` : '',
  ].filter(Boolean)
  for (const [index, line] of contact.entries()) {
    sheet.draw(line, right, sheet.y + 9 + index * 11, { size: 8, color: INK.quiet, align: 'right' })
  }
  sheet.y += Math.max(30, contact.length * 11) + mm(10)
}

/** The receiver's address where the window of a Swiss envelope (left) shows it: 50 mm from the upper edge. */
function drawAddress(sheet: Sheet, debtor: Parties['debtor']): void {
  sheet.y = Math.max(sheet.y, mm(50))
  const abroad = debtor.country && debtor.country !== 'CH' ? debtor.country : null
  const lines = [
    debtor.name,
    lineOf([debtor.street, debtor.house_number], ' '),
    lineOf([debtor.postal_code, debtor.town], ' '),
    abroad,
  ].filter((line): line is string => Boolean(line))
  for (const line of lines) sheet.paragraph(line, { size: 10, width: mm(85) })
  sheet.y = Math.max(sheet.y + mm(6), mm(76))
}
