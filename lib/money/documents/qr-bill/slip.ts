import { rgb } from 'pdf-lib'
import type { Face } from '@/lib/core/documents/fonts'
import { widthOf } from '@/lib/core/documents/fonts'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { drawModules } from '@/lib/core/documents/qr'
import { mm, type Sheet } from '@/lib/core/documents/sheet'
import { shortenText } from '@/lib/core/documents/text'
import { formatIban } from '@/lib/core/identifiers'
import type { QrBill, SlipParty } from '@/lib/money/documents/qr-bill/bill'
import { qrMatrix } from '@/lib/money/documents/qr-bill/payload'
import { formatReference } from '@/lib/money/documents/qr-bill/references'
import { SLIP_WORDS, type SlipWords } from '@/lib/money/documents/qr-bill/slip-words'

/** Measures of the standard, in millimetres from the slip's upper left corner. */
const SLIP = { width: 210, height: 105, receipt: 62, margin: 5 }
const CODE = { x: 67, y: 17, size: 46 }
const BLACK = rgb(0, 0, 0)
const WHITE = rgb(1, 1, 1)

/** Type sizes and line heights of a column of headings and values. */
type Column = {
  x: number
  y: number
  width: number
  heading: number
  value: number
  leading: number
  gap: number
}

/** The payment part and receipt at the foot of a page: exact to the millimetre, in the standard's type. */
export function drawSlip(sheet: Sheet, bill: QrBill, language: DocumentLanguage): void {
  const top = sheet.reserveBottom(mm(SLIP.height))
  const words = SLIP_WORDS[language]
  drawCuts(sheet, top, words)
  drawReceipt(sheet, top, bill, words)
  drawPaymentPart(sheet, top, bill, words)
  drawCode(sheet, top, bill)
}

function drawCuts(sheet: Sheet, top: number, words: SlipWords): void {
  sheet.dashes({ x: 0, y: top }, { x: mm(SLIP.width), y: top })
  sheet.dashes({ x: mm(SLIP.receipt), y: top }, { x: mm(SLIP.receipt), y: top + mm(SLIP.height) })
  sheet.draw(words.separate, mm(SLIP.width / 2), top - 4, {
    face: sheet.fonts.slip,
    size: 7,
    align: 'center',
  })
}

function drawReceipt(sheet: Sheet, top: number, bill: QrBill, words: SlipWords): void {
  const { slipBold } = sheet.fonts
  const left = mm(SLIP.margin)
  sheet.draw(words.receipt, left, top + mm(5) + 11, { face: slipBold, size: 11, color: BLACK })
  const column = { x: left, y: top + mm(12), width: mm(52), heading: 6, value: 8, leading: 9, gap: 9 }
  const end = drawInformation(sheet, column, informationOf(bill, words, 'receipt'))
  if (!bill.debtor) drawBlank(sheet, left, end + 4, mm(52), mm(20))
  drawAmount(sheet, { ...column, y: top + mm(68) }, bill, words)
  const place = { face: slipBold, size: 6, color: BLACK, align: 'right' as const }
  sheet.draw(words.acceptancePoint, mm(57), top + mm(82) + 6, place)
}

function drawPaymentPart(sheet: Sheet, top: number, bill: QrBill, words: SlipWords): void {
  const left = mm(CODE.x)
  sheet.draw(words.paymentPart, left, top + mm(5) + 11, {
    face: sheet.fonts.slipBold,
    size: 11,
    color: BLACK,
  })
  const column = { x: mm(118), y: top + mm(5), width: mm(87), heading: 8, value: 10, leading: 11, gap: 11 }
  const end = drawInformation(sheet, column, informationOf(bill, words, 'payment'))
  if (!bill.debtor) drawBlank(sheet, column.x, end + 5, mm(65), mm(25))
  drawAmount(sheet, { ...column, x: left, y: top + mm(68) }, bill, words)
}

type Information = { heading: string; lines: string[] }

function informationOf(bill: QrBill, words: SlipWords, part: 'receipt' | 'payment'): Information[] {
  const creditor = [formatIban(bill.iban), ...addressLines(bill.creditor)]
  const message = part === 'payment' && bill.message
  return [
    { heading: words.account, lines: creditor },
    ...(bill.reference ? [{ heading: words.reference, lines: [formatReference(bill.reference)] }] : []),
    ...(message ? [{ heading: words.additionalInformation, lines: [message] }] : []),
    bill.debtor
      ? { heading: words.payableBy, lines: addressLines(bill.debtor) }
      : { heading: words.payableByName, lines: [] },
  ]
}

function addressLines(party: SlipParty): string[] {
  const street = [party.street, party.houseNumber].filter(Boolean).join(' ')
  const town = `${party.postalCode} ${party.town}`
  const isAbroad = party.country !== 'CH' && party.country !== 'LI'
  return [party.name, street, isAbroad ? `${party.country}-${town}` : town].filter(Boolean)
}

/** Headings with their values, one beneath the other; answers where it ends. */
function drawInformation(sheet: Sheet, column: Column, parts: Information[]): number {
  const { slip, slipBold } = sheet.fonts
  let y = column.y
  for (const [index, { heading, lines }] of parts.entries()) {
    if (index > 0) y += column.gap
    y += column.leading
    sheet.draw(heading, column.x, y, { face: slipBold, size: column.heading, color: BLACK })
    for (const line of lines.flatMap((text) => fitted(sheet, text, slip, column))) {
      y += column.leading
      sheet.draw(line, column.x, y, { face: slip, size: column.value, color: BLACK })
    }
  }
  return y
}

/** A value on two lines at most. */
function fitted(sheet: Sheet, text: string, face: Face, { width, value }: Column): string[] {
  const lines = sheet.lines(text, width, { face, size: value })
  if (lines.length <= 2) return lines
  const rest = lines.slice(1).join(' ')
  return [lines[0] ?? '', shortenText(rest, width, (part) => widthOf(part, face, value))]
}

function drawAmount(sheet: Sheet, { x, y, heading, value }: Column, bill: QrBill, words: SlipWords): void {
  const { slip, slipBold } = sheet.fonts
  const amountX = x + mm(value === 10 ? 16 : 14)
  const title = { face: slipBold, size: heading, color: BLACK }
  const text = { face: slip, size: value, color: BLACK }
  sheet.draw(words.currency, x, y + heading, title)
  sheet.draw(words.amount, amountX, y + heading, title)
  sheet.draw(bill.currency, x, y + heading + value + 3, text)
  sheet.draw(slipAmount(bill.amountRappen), amountX, y + heading + value + 3, text)
}

/** `1 234.50`: the slip groups by spaces, unlike our own pages. */
export function slipAmount(amountRappen: number): string {
  const whole = String(Math.trunc(amountRappen / 100)).replace(/\B(?=(\d{3})+$)/g, ' ')
  return `${whole}.${String(amountRappen % 100).padStart(2, '0')}`
}

/** The four corner marks of a field that is filled in by hand. */
function drawBlank(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  const arm = mm(3)
  const style = { color: BLACK, thickness: 0.75 }
  for (const [cornerX, towards] of [
    [x, 0],
    [x + width, -arm],
  ] as const) {
    for (const [cornerY, below] of [
      [y, 0],
      [y + height, -arm],
    ] as const) {
      sheet.rule(cornerY, { x: cornerX + towards, width: arm, ...style })
      sheet.box(cornerX - 0.375, cornerY + below, 0.75, arm, { fill: BLACK })
    }
  }
}

function drawCode(sheet: Sheet, top: number, bill: QrBill): void {
  const matrix = qrMatrix(bill)
  const size = mm(CODE.size)
  const at = { x: mm(CODE.x), y: top + mm(CODE.y) }
  drawModules(sheet, matrix, { ...at, size, color: BLACK })
  drawSwissCross(sheet, at.x + size / 2, at.y + size / 2)
}

function drawSwissCross(sheet: Sheet, x: number, y: number): void {
  const centred = (width: number, height: number, fill: typeof BLACK) =>
    sheet.box(x - mm(width) / 2, y - mm(height) / 2, mm(width), mm(height), { fill })
  centred(7, 7, WHITE)
  centred(6, 6, BLACK)
  centred(3.89, 1.17, WHITE)
  centred(1.17, 3.89, WHITE)
}
