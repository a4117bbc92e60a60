import { z } from 'zod'
import { CHARGE_KINDS, chargeLabel, chargeUnit } from '@/lib/core/documents/charge-label'
import { CHARGE_WORDS, type ChargeWords } from '@/lib/core/documents/charge-words'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { INK, mm, type Sheet } from '@/lib/core/documents/sheet'
import { type Column, drawTable, type Row } from '@/lib/core/documents/table'
import { formatRappen } from '@/lib/core/money'

/** A payer's share in percent, the days out of all days, or both. */
export const ChargePart = z.object({
  percent: z.number().optional(),
  days: z.number().optional(),
  of_days: z.number().optional(),
})
export type ChargePart = z.infer<typeof ChargePart>

/** A priced line of a contract or invoice, as the database keeps it. */
export const ChargeLine = z.object({
  kind: z.enum(CHARGE_KINDS),
  code: z.string(),
  names: z.record(z.string(), z.string()).nullish(),
  quantity: z.coerce.number(),
  unit_rappen: z.number().int(),
  amount_rappen: z.number().int(),
  vat_bp: z.number().int(),
  /** Of a charge that stands on several invoices: which part of it this is; `unit_rappen` is then the whole charge. */
  part: ChargePart.nullish(),
})
export type ChargeLine = z.infer<typeof ChargeLine>

/** VAT of one rate, computed on the sum of its lines. */
export const VatGroup = z.object({
  rate_bp: z.number().int(),
  gross_rappen: z.number().int(),
  vat_rappen: z.number().int(),
  net_rappen: z.number().int(),
})
export type VatGroup = z.infer<typeof VatGroup>

/** `8.1 %`. */
export function formatRate(basisPoints: number): string {
  return `${basisPoints / 100}\u00A0%`
}

function partText({ percent, days, of_days }: ChargePart, words: ChargeWords): string {
  const share = percent === undefined ? [] : [`${percent}\u00A0%`]
  return [...share, ...(days && of_days ? [words.days(days, of_days)] : [])].join(', ')
}

function toRow(line: ChargeLine, language: DocumentLanguage): Row {
  const words = CHARGE_WORDS[language]
  const unit = chargeUnit(line, language)
  // An extra per day costs quantity × days; the price column alone would not multiply up.
  const isDaily = line.kind === 'extra' && line.amount_rappen !== line.quantity * line.unit_rappen
  return {
    cells: [
      chargeLabel(line, language),
      line.part ? partText(line.part, words) : unit ? `${line.quantity}\u00A0${unit}` : String(line.quantity),
      isDaily && !line.part
        ? `${formatRappen(line.unit_rappen)} ${words.perDay}`
        : formatRappen(line.unit_rappen),
      line.vat_bp ? formatRate(line.vat_bp) : '–',
      formatRappen(line.amount_rappen),
    ],
  }
}

/** The priced lines; amounts align on their decimals. */
export function drawCharges(
  sheet: Sheet,
  lines: ChargeLine[],
  { language, currency }: { language: DocumentLanguage; currency: string },
): void {
  const { columns } = CHARGE_WORDS[language]
  const widths = { quantity: mm(22), price: mm(34), vat: mm(18), amount: mm(30) }
  const rest = sheet.width - Object.values(widths).reduce((sum, width) => sum + width, 0)
  const layout: Column[] = [
    { title: columns.description, width: rest },
    { title: columns.quantity, width: widths.quantity, align: 'right' },
    { title: columns.price, width: widths.price, align: 'right' },
    { title: columns.vat, width: widths.vat, align: 'right' },
    { title: `${columns.amount} ${currency}`, width: widths.amount, align: 'right' },
  ]
  drawTable(
    sheet,
    layout,
    lines.map((line) => toRow(line, language)),
  )
}

/** A sum under the table: label left of the amount column; the strong one stands out. */
export type Sum = { label: string; amountRappen: number; strong?: boolean }

/** The sums at the right, and at the left of them the VAT they contain, by rate. */
export function drawTotals(
  sheet: Sheet,
  {
    sums,
    vat,
    language,
    currency,
  }: { sums: Sum[]; vat: VatGroup[]; language: DocumentLanguage; currency: string },
): void {
  sheet.ensure(Math.max(sums.length * 16, vat.length * 12 + 26) + 8)
  sheet.y += 5
  const top = sheet.y
  drawVat(sheet, vat, language)
  const afterVat = sheet.y
  sheet.y = top
  drawSums(sheet, sums, currency)
  sheet.y = Math.max(sheet.y, afterVat)
}

function drawSums(sheet: Sheet, sums: Sum[], currency: string): void {
  const right = sheet.left + sheet.width
  for (const { label, amountRappen, strong } of sums) {
    const face = strong ? sheet.fonts.semibold : sheet.fonts.regular
    const size = strong ? 11 : 9
    sheet.draw(strong ? `${label} ${currency}` : label, right - mm(30), sheet.y + 11, {
      face,
      size,
      align: 'right',
    })
    sheet.draw(formatRappen(amountRappen), right, sheet.y + 11, { face, size, align: 'right' })
    sheet.y += 16
  }
}

/** A company without VAT duty says so instead. */
function drawVat(sheet: Sheet, groups: VatGroup[], language: DocumentLanguage): void {
  const words = CHARGE_WORDS[language]
  const title = groups.length === 0 ? words.noVat : words.vatIncluded
  sheet.draw(title, sheet.left, sheet.y + 11, { size: 8, color: INK.quiet })
  sheet.y += 16
  if (groups.length === 0) return
  const stops = [mm(12), mm(32), mm(50), mm(70)].map((stop) => sheet.left + stop)
  const row = (cells: string[], color = INK.text) => {
    for (const [index, cell] of cells.entries()) {
      sheet.draw(cell, stops[index] ?? 0, sheet.y + 8, { size: 8, color, align: 'right' })
    }
    sheet.y += 12
  }
  row([words.vatRate, words.net, words.vat, words.gross], INK.quiet)
  for (const group of groups) {
    const amounts = [group.net_rappen, group.vat_rappen, group.gross_rappen].map(formatRappen)
    row([formatRate(group.rate_bp), ...amounts])
  }
}
