import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { CreditNoteFacts, creditNotePdf } from '@/lib/money/documents/credit-note'
import { archiveFaults } from '../support/archive'
import { invoiceFacts } from './support/invoice-facts'

const facts = (changes: object = {}, locale = 'de') => {
  const whole = invoiceFacts({ locale })
  return CreditNoteFacts.parse({
    note: {
      number: 'G-2026-00003',
      amount_rappen: 5_600,
      vat: [{ rate_bp: 810, gross_rappen: 5_600, vat_rappen: 420, net_rappen: 5_180 }],
      reason: 'Kindersitz nicht gebraucht',
      issued_on: '2026-11-24',
      created_at: '2026-11-24T09:00:00Z',
      ...changes,
    },
    invoice: whole.invoice,
    accent_color: '#0f766e',
    lines: [whole.lines[1]],
  })
}

test.each([
  ['de', 'Gutschrift'],
  ['fr', 'Note de crédit'],
  ['it', 'Nota di credito'],
  ['en', 'Credit note'],
])('a credit note in %s is one A4 page of its own title', async (locale, title) => {
  const bytes = await creditNotePdf(facts({}, locale))
  const document = await PDFDocument.load(bytes)
  expect(document.getPageCount()).toBe(1)
  expect(document.getTitle()).toBe(`${title} G-2026-00003`)
})

test('the same facts give the same bytes, with lines or without', async () => {
  const amount = { ...facts(), lines: null }
  expect(await creditNotePdf(amount)).toEqual(await creditNotePdf(amount))
  expect(await creditNotePdf(facts())).not.toEqual(await creditNotePdf(amount))
})

test('whatever somebody gives as a reason can be printed', async () => {
  for (const reason of ['👩‍🔧 Garage 🚗', 'x'.repeat(500), 'Muster \uD800 AG', '汉字 שלום'])
    expect((await PDFDocument.load(await creditNotePdf(facts({ reason })))).getPageCount()).toBeGreaterThan(0)
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults(await creditNotePdf(facts()))).toEqual([])
})
