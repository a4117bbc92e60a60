import { z } from 'zod'
import { formatDay } from '@/lib/core/dates'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawFacts, type Fact } from '@/lib/core/documents/fact-row'
import { type DocumentLanguage, toDocumentLanguage } from '@/lib/core/documents/language'
import { drawQr } from '@/lib/core/documents/qr'
import { INK, mm, Sheet } from '@/lib/core/documents/sheet'
import { publicUrl } from '@/lib/core/hosts'
import { formatMoney } from '@/lib/core/money'
import { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { drawSenderOf } from '@/lib/money/documents/letterhead'
import { VOUCHER_WORDS } from '@/lib/money/vouchers/words'

/** What `voucher_paper` answers: everything that a voucher prints. */
export const VoucherPaper = z.object({
  code: z.string(),
  amount_rappen: z.number().int(),
  left_rappen: z.number().int(),
  currency: z.string(),
  expires_on: z.iso.date().nullable(),
  locale: z.string(),
  created_at: z.string(),
  creditor: InvoiceFacts.shape.invoice.shape.creditor,
  accent_color: z.string(),
  slug: z.string(),
  domain: z.string().nullable(),
  books_online: z.boolean(),
})
export type VoucherPaper = z.infer<typeof VoucherPaper>

/** A voucher to hand over, in its language and the company's colours. The same facts give the same bytes. */
export async function voucherPdf(
  facts: VoucherPaper,
  { issuedOn, logo }: { issuedOn: string; logo?: Uint8Array | undefined },
): Promise<{ name: string; bytes: Uint8Array }> {
  const language = toDocumentLanguage(facts.locale)
  const words = VOUCHER_WORDS[language]
  const { creditor } = facts
  const sheet = await Sheet.open({
    title: `${words.title} ${facts.code}`,
    author: creditor.name,
    language,
    accent: facts.accent_color,
    logo,
    madeAt: new Date(facts.created_at),
  })
  drawSenderOf(sheet, facts)
  sheet.y += mm(6)
  drawCard(sheet, facts, language)
  drawFacts(sheet, factsOf(facts, issuedOn, language))
  sheet.y += mm(8)
  drawSteps(sheet, facts, language)
  const page = CHARGE_WORDS[language].page
  const bytes = await sheet.finish({ left: `${creditor.name} · ${words.title} ${facts.code}`, page })
  return { name: `${words.title.replaceAll(' ', '-')}-${facts.code}.pdf`, bytes }
}

/** What one looks at first: how much it is worth, and the code that pays. */
function drawCard(sheet: Sheet, { amount_rappen, currency, code }: VoucherPaper, language: DocumentLanguage) {
  const words = VOUCHER_WORDS[language]
  const [height, inset] = [mm(62), mm(9)]
  const middle = sheet.left + sheet.width / 2
  sheet.box(sheet.left, sheet.y, sheet.width, height, { border: sheet.accent, thickness: 1.5 })
  const label = { size: 9, color: INK.quiet, align: 'center' as const }
  const strong = { face: sheet.fonts.semibold, align: 'center' as const }
  sheet.draw(words.title, middle, sheet.y + inset + 8, { ...strong, size: 14, color: sheet.accent })
  sheet.draw(formatMoney(amount_rappen, currency), middle, sheet.y + mm(29), { ...strong, size: 38 })
  sheet.rule(sheet.y + mm(38), { x: sheet.left + inset, width: sheet.width - 2 * inset })
  sheet.draw(words.code, middle, sheet.y + mm(44), label)
  sheet.draw(code, middle, sheet.y + mm(53), { face: sheet.fonts.mono, size: 20, align: 'center' })
  sheet.y += height + mm(7)
}

function factsOf(facts: VoucherPaper, issuedOn: string, language: DocumentLanguage): Fact[] {
  const words = VOUCHER_WORDS[language]
  const { amount_rappen, left_rappen, currency, expires_on } = facts
  const until = expires_on ? formatDay(expires_on, language) : words.forever
  return [
    { label: words.expiresOn, value: until, share: 1 },
    { label: words.issuedOn, value: formatDay(issuedOn, language), share: 1 },
    left_rappen < amount_rappen
      ? { label: words.left, value: formatMoney(left_rappen, currency), share: 1 }
      : { label: words.value, value: formatMoney(amount_rappen, currency), share: 1 },
  ]
}

function drawSteps(sheet: Sheet, { slug, domain, books_online }: VoucherPaper, language: DocumentLanguage) {
  const words = VOUCHER_WORDS[language]
  const url = books_online ? publicUrl({ slug, domain }, '/') : null
  const [code, top] = [mm(30), sheet.y]
  const width = url ? sheet.width - code - mm(10) : sheet.width
  sheet.draw(words.howTo, sheet.left, sheet.y + 11, { face: sheet.fonts.semibold, size: 11 })
  sheet.y += 22
  for (const step of words.steps(url && new URL(url).host)) {
    sheet.draw('–', sheet.left, sheet.y + 9.5, { size: 9.5 })
    sheet.paragraph(step, { x: sheet.left + mm(5), width: width - mm(5), size: 9.5 })
    sheet.y += 3
  }
  sheet.y += mm(3)
  sheet.paragraph(words.terms, { width, color: INK.quiet })
  if (!url) return
  const x = sheet.left + sheet.width - code
  drawQr(sheet, url, x, top, code)
  sheet.draw(words.scan, x + code / 2, top + code + 11, { size: 8, color: INK.quiet, align: 'center' })
}
