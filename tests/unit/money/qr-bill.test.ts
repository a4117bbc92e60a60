import { describe, expect, test } from 'vitest'
import { billOf } from '@/lib/money/documents/invoice-bill'
import { billProblems, type QrBill, slipText } from '@/lib/money/documents/qr-bill/bill'
import { qrMatrix, qrPayload } from '@/lib/money/documents/qr-bill/payload'
import { slipAmount } from '@/lib/money/documents/qr-bill/slip'
import { invoiceFacts } from './support/invoice-facts'
import { readMatrix } from './support/read-qr'

function bill(changes: Partial<QrBill> = {}): QrBill {
  const made = billOf(invoiceFacts(), 'de')
  if (!made) throw new Error('The example must make a bill')
  return { ...made, ...changes }
}

test('the example makes a bill of what is still open', () => {
  expect(billProblems(bill())).toEqual([])
  expect(bill().amountRappen).toBe(81_340)
})

test('the code says byte for byte what the payload says, letters with accents included', async () => {
  const payload = qrPayload(bill())
  expect(payload).toContain('Đorđe Škrtić-Łukasz')
  expect(await readMatrix(qrMatrix(bill()))).toBe(payload)
})

test('the payload has the lines of the standard in their order', () => {
  expect(qrPayload(bill({ debtor: null })).split('\n')).toEqual([
    ...['SPC', '0200', '1', 'CH4431999123000889012'],
    ...['S', 'Alpenmobil AG', 'Zollstrasse', '42', '8005', 'Zürich', 'CH'],
    ...Array(7).fill(''),
    ...['813.40', 'CHF'],
    ...Array(7).fill(''),
    ...['QRR', '210000000003139471430009017', 'Rechnung F-2026-00017', 'EPD'],
  ])
})

test('an ordinary account goes with a creditor reference, or with none', async () => {
  for (const reference of ['RF18539007547034', 'RF485000056789012345', null]) {
    const ordinary = bill({ iban: 'CH5800791123000889012', reference })
    expect(billProblems(ordinary)).toEqual([])
    expect(await readMatrix(qrMatrix(ordinary))).toBe(qrPayload(ordinary))
  }
})

describe('nothing is printed that a bank would refuse', () => {
  const party = bill().creditor
  test.each<[string, Partial<QrBill>]>([
    ['amount', { amountRappen: 0 }],
    ['amount', { amountRappen: -100 }],
    ['amount', { amountRappen: Number.NaN }],
    ['amount', { amountRappen: 0.5 }],
    ['amount', { amountRappen: 100_000_000_000 }],
    ['currency', { currency: 'USD' }],
    ['iban', { iban: 'CH4431999123000889013' }],
    ['reference', { reference: null }],
    ['reference', { reference: 'RF18539007547034' }],
    ['reference', { reference: '0'.repeat(27) }],
    ['reference', { iban: 'CH5800791123000889012' }],
    ['reference', { iban: 'CH5800791123000889012', reference: 'RF17539007547034' }],
    ['creditor.name', { creditor: { ...party, name: '' } }],
    ['creditor.name', { creditor: { ...party, name: 'x'.repeat(71) } }],
    ['creditor.name', { creditor: { ...party, name: 'Garage 🚗' } }],
    ['creditor.houseNumber', { creditor: { ...party, houseNumber: '1'.repeat(17) } }],
    ['creditor.country', { creditor: { ...party, country: 'ZZ' } }],
    ['debtor.town', { debtor: { ...party, town: '' } }],
    ['message', { message: 'x'.repeat(141) }],
  ])('%s', (problem, changes) => {
    expect(billProblems(bill(changes))).toEqual([problem])
  })
})

test('a paid invoice, or a company without an account, has no slip', () => {
  expect(billOf(invoiceFacts({ paid_rappen: 141_340 }), 'de')).toBeNull()
  const { creditor } = invoiceFacts().invoice
  expect(billOf(invoiceFacts({ creditor: { ...creditor, iban: null } }), 'de')).toBeNull()
})

test('a debtor with half an address is left blank', () => {
  const made = billOf(invoiceFacts({ debtor: { name: 'Anna Muster', country: 'CH' } }), 'de')
  expect(made?.debtor).toBeNull()
})

test('text is brought into the letters of the slip', () => {
  expect(slipText('L’“Hôtel” – Genève…', 70)).toBe('L\'"Hôtel" - Genève...')
  expect(slipText('Nguyễn Văn Ạn 🚗\n', 70)).toBe('Nguyen Văn An')
  expect(slipText('Țăran Șerban €', 70)).toBe('Țăran Șerban €')
  expect(slipText('x'.repeat(200), 70)).toHaveLength(70)
})

test('amounts on the slip are grouped by spaces', () => {
  expect([5, 100, 123_456_789].map(slipAmount)).toEqual(['0.05', '1.00', '1 234 567.89'])
})
