import { z } from 'zod'
import { formatDay } from '@/lib/core/dates'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { ChargeLine, drawCharges, drawTotals, VatGroup } from '@/lib/core/documents/charges'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { drawLetterhead } from '@/lib/money/documents/letterhead'
import { CREDIT_NOTE_WORDS } from '@/lib/money/documents/words'

/** What `credit_note_facts` answers: everything that a credit note prints. */
export const CreditNoteFacts = z.object({
  note: z.object({
    number: z.string(),
    amount_rappen: z.number().int(),
    vat: z.array(VatGroup),
    reason: z.string(),
    issued_on: z.iso.date(),
    created_at: z.string(),
  }),
  invoice: InvoiceFacts.shape.invoice.pick({
    number: true,
    issued_on: true,
    currency: true,
    locale: true,
    creditor: true,
    debtor: true,
  }),
  accent_color: z.string(),
  /** Null where an amount is credited and no single line. */
  lines: z.array(ChargeLine).nullable(),
})
export type CreditNoteFacts = z.infer<typeof CreditNoteFacts>

/** A credit note as PDF. The same facts give the same bytes. */
export async function creditNotePdf(
  { note, invoice, accent_color, lines }: CreditNoteFacts,
  logo?: Uint8Array,
): Promise<Uint8Array> {
  const language = toDocumentLanguage(invoice.locale)
  const words = CREDIT_NOTE_WORDS[language]
  const title = `${words.title} ${note.number}`
  const { currency, creditor } = invoice
  const sheet = await Sheet.open({
    title,
    author: creditor.name,
    language,
    accent: accent_color,
    logo,
    madeAt: new Date(note.created_at),
  })
  drawLetterhead(sheet, invoice)
  sheet.draw(title, sheet.left, sheet.y + 18, { face: sheet.fonts.semibold, size: 18 })
  sheet.y += 30
  drawFacts(sheet, [
    { label: words.issuedOn, value: formatDay(note.issued_on, language), share: 23 },
    { label: words.invoice, value: invoice.number, share: 33 },
    { label: words.invoiceDate, value: formatDay(invoice.issued_on, language), share: 27 },
    { label: words.reason, value: note.reason, share: 87 },
  ])
  sheet.y += mm(4)
  if (lines) drawCharges(sheet, lines, { language, currency })
  const sums = [{ label: words.total, amountRappen: note.amount_rappen, strong: true }]
  drawTotals(sheet, { sums, vat: note.vat, language, currency })
  sheet.y += mm(6)
  sheet.paragraph(words.text(invoice.number))
  return sheet.finish({ left: `${creditor.name} · ${title}`, page: CHARGE_WORDS[language].page })
}
