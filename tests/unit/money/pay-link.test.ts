import { expect, test } from 'vitest'
import { qrPayload } from '@/lib/money/documents/qr-bill/payload'
import type { LinkedInvoice } from '@/lib/money/pay-link/queries'
import { sumsOf } from '@/lib/money/pay-link/sums'
import { qrImage, transferOf } from '@/lib/money/pay-link/transfer'
import { readImage } from './support/read-qr.ts'

const address = { street: 'Musterweg', house_number: '1', postal_code: '8005', town: 'Zürich', country: 'CH' }

const invoice: LinkedInvoice = {
  number: 'F-2026-00007',
  status: 'partially_paid',
  currency: 'CHF',
  issuedOn: '2026-11-01',
  dueOn: '2026-12-01',
  totalRappen: 50_000,
  feesRappen: 0,
  creditedRappen: 0,
  paidRappen: 8_750,
  openRappen: 41_250,
  overpaidRappen: 0,
  reference: '210000000003139471430009017',
  creditor: { name: 'Alpenmobil AG', ...address, iban: 'CH44 3199 9123 0008 8901 2' },
  debtor: { name: 'Jérôme Müller', ...address },
  takesCards: true,
  takesTip: false,
  tip: null,
  card: null,
}

test.each(['de', 'fr', 'it', 'en'] as const)(
  'the code on the page says, byte for byte, what is open, in %s',
  async (language) => {
    const bill = transferOf(invoice, language)
    if (!bill) throw new Error('The bill is right and was refused.')
    expect(bill.amountRappen).toBe(41_250)
    expect(await readImage(qrImage(bill))).toBe(qrPayload(bill))
  },
)

test.each([
  ['a reference that belongs to no QR-IBAN', { reference: 'RF18539007547034' }],
  ['a company without an account', { creditor: { ...invoice.creditor, iban: null } }],
  ['nothing open', { openRappen: 0 }],
])('%s gives no code to scan', (_, changes) => {
  expect(transferOf({ ...invoice, ...changes }, 'de')).toBeNull()
})

test('a debtor with half an address is left for the payer to write', () => {
  const { town: _, ...half } = address
  expect(transferOf({ ...invoice, debtor: { name: 'Jérôme Müller', ...half } }, 'de')?.debtor).toBeNull()
})

test.each([
  ['only paid in part', {}, ['total', 'alreadyPaid']],
  [
    'reminded, credited in part, some of it on its way from the card',
    { feesRappen: 1_000, creditedRappen: 5_005, openRappen: 30_000 },
    ['total', 'fees', 'credited', 'alreadyPaid', 'underWay'],
  ],
])('what the page shows adds up to what is to be paid: %s', (_, changes, shown) => {
  const changed = { ...invoice, ...changes }
  const sums = sumsOf(changed)
  expect(sums.map(([name]) => name)).toEqual(shown)
  expect(sums.reduce((sum, [, rappen]) => sum + rappen, 0)).toBe(changed.openRappen)
})

test('nothing is on its way for an invoice that is void', () => {
  const sums = sumsOf({ ...invoice, status: 'void', creditedRappen: 40_000, openRappen: 0 })
  expect(sums.map(([name]) => name)).toEqual(['total', 'credited', 'alreadyPaid'])
})
