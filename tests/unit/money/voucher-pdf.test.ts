import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { type VoucherPaper, voucherPdf } from '@/lib/money/vouchers/document'
import { backRappen } from '@/lib/money/vouchers/rules'
import { archiveFaults } from '../support/archive'
import { invoiceFacts } from './support/invoice-facts'

const write = (changes: Partial<VoucherPaper> = {}) =>
  voucherPdf(
    {
      code: 'ABCD-EFGH-2345',
      amount_rappen: 25_000,
      left_rappen: 25_000,
      currency: 'CHF',
      expires_on: '2027-11-29',
      locale: 'de',
      created_at: '2026-11-29T09:00:00Z',
      creditor: invoiceFacts().invoice.creditor,
      accent_color: '#0f766e',
      slug: 'alpenmobil',
      domain: null,
      books_online: true,
      ...changes,
    },
    { issuedOn: '2026-11-29' },
  )

test.each([
  ['de', 'Gutschein'],
  ['fr', 'Bon cadeau'],
  ['it', 'Buono regalo'],
  ['en', 'Gift voucher'],
])('a voucher in %s has its own title, and one page', async (locale, title) => {
  const { name, bytes } = await write({ locale })
  const document = await PDFDocument.load(bytes)
  expect(document.getTitle()).toBe(`${title} ABCD-EFGH-2345`)
  expect(document.getPageCount()).toBe(1)
  expect(name).toBe(`${title.replace(' ', '-')}-ABCD-EFGH-2345.pdf`)
})

test('the same facts give the same bytes', async () => {
  expect(await write()).toEqual(await write())
})

test('the longest names and addresses still fit on the page, without a site, an end, or all of its value', async () => {
  const creditor = { ...invoiceFacts().invoice.creditor, name: 'Fahrzeugvermietung '.repeat(5).trim() }
  const { bytes } = await write({
    creditor,
    domain: `${'reservation-'.repeat(4)}autovermietung.example.ch`,
    left_rappen: 123,
    amount_rappen: 1_000_000,
    expires_on: null,
  })
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1)
  expect((await PDFDocument.load((await write({ books_online: false })).bytes)).getPageCount()).toBe(1)
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults((await write()).bytes)).toEqual([])
})

test.each([
  ['cash', 698, 700],
  ['cash', 697, 695],
  ['cash', 2, 0],
  ['bank_transfer', 698, 698],
  [null, 5_000, 0],
] as const)('of a voucher paid by %s with %i left, %i go back', (method, balanceRappen, back) => {
  expect(backRappen({ method, balanceRappen })).toBe(back)
})
