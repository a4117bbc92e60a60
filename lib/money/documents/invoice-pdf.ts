import { formatDay } from '@/lib/core/dates'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawCharges, drawTotals, type Sum } from '@/lib/core/documents/charges'
import { drawFacts, type Fact } from '@/lib/core/documents/fact-row'
import { type DocumentLanguage, toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { formatIban } from '@/lib/core/identifiers'
import { formatMoney } from '@/lib/core/money'
import { drawBillingGroups } from '@/lib/money/documents/billing-groups'
import { billOf, openRappen } from '@/lib/money/documents/invoice-bill'
import type { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { drawLetterhead } from '@/lib/money/documents/letterhead'
import { drawSlip } from '@/lib/money/documents/qr-bill/slip'
import { INVOICE_WORDS, type InvoiceWords } from '@/lib/money/documents/words'

/**
 * An invoice as PDF, with the payment slip where something is to be paid; set closer where that saves a page. The same
 * facts give the same bytes.
 */
export async function invoicePdf(facts: InvoiceFacts, logo?: Uint8Array): Promise<Uint8Array> {
  const airy = await compose(facts, logo, false)
  if (airy.pages !== 2) return airy.bytes
  const tight = await compose(facts, logo, true)
  return tight.pages === 1 ? tight.bytes : airy.bytes
}

async function compose(
  facts: InvoiceFacts,
  logo: Uint8Array | undefined,
  tight: boolean,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const { invoice } = facts
  const language = toDocumentLanguage(invoice.locale)
  const words = INVOICE_WORDS[language]
  const sheet = await Sheet.open({
    title: `${words.title} ${invoice.number}`,
    author: invoice.creditor.name,
    language,
    accent: facts.accent_color,
    logo,
    madeAt: new Date(invoice.created_at),
    tight,
  })
  drawLetterhead(sheet, invoice)
  drawHeading(sheet, facts, language)
  const { currency, vat } = invoice
  if (facts.billings.length > 1) drawBillingGroups(sheet, facts, { language, currency })
  else drawCharges(sheet, facts.lines, { language, currency })
  drawTotals(sheet, { sums: sumsOf(facts, language), vat, language, currency })
  const bill = billOf(facts, language)
  drawRequest(sheet, facts, { language, withSlip: bill !== null })
  if (bill) drawSlip(sheet, bill, language)
  const page = CHARGE_WORDS[language].page
  const pages = sheet.document.getPageCount()
  const bytes = await sheet.finish({
    left: `${invoice.creditor.name} · ${words.title} ${invoice.number}`,
    page,
  })
  return { bytes, pages }
}

function drawHeading(sheet: Sheet, facts: InvoiceFacts, language: DocumentLanguage): void {
  const words = INVOICE_WORDS[language]
  sheet.draw(`${words.title} ${facts.invoice.number}`, sheet.left, sheet.y + 18, {
    face: sheet.fonts.semibold,
    size: 18,
  })
  sheet.y += 30
  drawFacts(sheet, headingEntries(facts, words, language))
  sheet.y += mm(4)
}

function headingEntries(
  { invoice, contract_number, vehicle }: InvoiceFacts,
  words: InvoiceWords,
  language: DocumentLanguage,
): Fact[] {
  const day = (date: string) => formatDay(date, language)
  return [
    { label: words.issuedOn, value: day(invoice.issued_on), share: 23 },
    { label: words.dueOn, value: day(invoice.due_on), share: 27 },
    { label: words.service, value: `${day(invoice.service_from)} – ${day(invoice.service_to)}`, share: 44 },
    ...(contract_number && vehicle
      ? [
          { label: words.contract, value: contract_number, share: 33 },
          { label: words.vehicle, value: keepPlate(vehicle), share: 43 },
        ]
      : []),
  ]
}

/** The plate, after the last comma, stays on one line. */
function keepPlate(vehicle: string): string {
  return vehicle.replace(/[^,]*$/, (plate) => ` ${plate.trim().replaceAll(' ', '\u00A0')}`)
}

function sumsOf({ invoice, payments }: InvoiceFacts, language: DocumentLanguage): Sum[] {
  const words = INVOICE_WORDS[language]
  const received = payments.map((payment) => ({
    label: payment.purpose === 'booking_deposit' ? words.prepaid : words.received,
    amountRappen: 0 - payment.amount_rappen,
  }))
  const total = { label: CHARGE_WORDS[language].total, amountRappen: invoice.total_rappen }
  if (received.length === 0) return [{ ...total, strong: true }]
  return [total, ...received, { label: words.open, amountRappen: openRappen(invoice), strong: true }]
}

function drawRequest(
  sheet: Sheet,
  { invoice }: InvoiceFacts,
  { language, withSlip }: { language: DocumentLanguage; withSlip: boolean },
): void {
  const words = INVOICE_WORDS[language]
  const open = openRappen(invoice)
  const request = (withSlip ? words.payBySlip : words.payBy)(
    formatDay(invoice.due_on, language),
    formatMoney(open, invoice.currency),
  )
  sheet.y += mm(sheet.tight ? 3 : 6)
  sheet.paragraph(open === 0 ? words.paid : request)
  const iban = (invoice.creditor.iban ?? '').replace(/\s/g, '')
  if (open > 0 && !withSlip && iban !== '') sheet.paragraph(words.payTo(formatIban(iban), invoice.number))
}
