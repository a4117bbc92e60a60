import { SwissQRCode } from 'swissqrbill/svg'
import type { QrBill, SlipParty } from '@/lib/money/documents/qr-bill/bill'

/** `1234.50`: the amount as the code carries it. */
function plainAmount(amountRappen: number): string {
  return `${Math.trunc(amountRappen / 100)}.${String(amountRappen % 100).padStart(2, '0')}`
}

function partyLines(party: SlipParty | null): string[] {
  if (!party) return Array<string>(7).fill('')
  return ['S', party.name, party.street, party.houseNumber, party.postalCode, party.town, party.country]
}

/** QRR, SCOR or NON. */
export function referenceType(reference: string | null): 'QRR' | 'SCOR' | 'NON' {
  if (!reference) return 'NON'
  return reference.startsWith('RF') ? 'SCOR' : 'QRR'
}

/** What the code says, line by line (version 0200, UTF-8); the ultimate creditor stays empty until the standard opens it. */
export function qrPayload(bill: QrBill): string {
  return [
    'SPC',
    '0200',
    '1',
    bill.iban,
    ...partyLines(bill.creditor),
    ...partyLines(null),
    plainAmount(bill.amountRappen),
    bill.currency,
    ...partyLines(bill.debtor),
    referenceType(bill.reference),
    bill.reference ?? '',
    bill.message,
    'EPD',
  ].join('\n')
}

/** The code's dark modules by row and column, without the Swiss cross. */
export type QrMatrix = boolean[][]

const RECTANGLE = /<rect x="([\d.]+)mm" y="([\d.]+)mm" width="([\d.]+)mm"/g
const SIZE_MM = 46

/** Encodes a bill that has been checked. The library answers a drawing; its first square tells the size of a module. */
export function qrMatrix(bill: QrBill): QrMatrix {
  const drawing = new SwissQRCode(toLibrary(bill), SIZE_MM).toString()
  const squares = [...drawing.matchAll(RECTANGLE)].map((match) => match.slice(1).map(Number))
  const moduleSize = squares[0]?.[2] ?? 1
  const count = Math.round(SIZE_MM / moduleSize)
  const matrix = Array.from({ length: count }, () => Array<boolean>(count).fill(false))
  for (const [x = 0, y = 0, width] of squares) {
    if (width !== moduleSize) continue
    const row = matrix[Math.round(y / moduleSize)]
    if (row) row[Math.round(x / moduleSize)] = true
  }
  return matrix
}

function toLibrary(bill: QrBill): ConstructorParameters<typeof SwissQRCode>[0] {
  const party = (from: SlipParty) => ({
    name: from.name,
    address: from.street,
    ...(from.houseNumber && { buildingNumber: from.houseNumber }),
    zip: from.postalCode,
    city: from.town,
    country: from.country,
  })
  return {
    currency: bill.currency as 'CHF' | 'EUR',
    amount: bill.amountRappen / 100,
    creditor: { ...party(bill.creditor), account: bill.iban },
    ...(bill.debtor && { debtor: party(bill.debtor) }),
    ...(bill.reference && { reference: bill.reference }),
    ...(bill.message && { message: bill.message }),
  }
}
