import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { billOf } from '@/lib/money/documents/invoice-bill'
import { invoicePdf } from '@/lib/money/documents/invoice-pdf'
import { qrPayload } from '@/lib/money/documents/qr-bill/payload'
import { archiveFaults } from '../support/archive'
import { textOf } from '../support/pdf-text'
import { invoiceFacts } from './support/invoice-facts'
import { canRender, readSlip } from './support/read-qr'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the same facts give the same bytes', async () => {
  expect(sha256(await invoicePdf(invoiceFacts()))).toBe(sha256(await invoicePdf(invoiceFacts())))
})

test('a short invoice and its slip share one A4 page', async () => {
  const document = await PDFDocument.load(await invoicePdf(invoiceFacts()))
  expect(document.getPageCount()).toBe(1)
  expect(document.getPage(0).getSize().width).toBeCloseTo(595.28, 1)
  expect(document.getTitle()).toBe('Rechnung F-2026-00017')
})

test('an invoice of a few lines more is set closer, so that its slip does not go on a page of its own', async () => {
  const pagesOf = async (count: number) => {
    const lines = Array.from({ length: count }, () => invoiceFacts().lines[0])
    const bytes = await invoicePdf(invoiceFacts({}, { lines } as Partial<ReturnType<typeof invoiceFacts>>))
    return (await PDFDocument.load(bytes)).getPageCount()
  }
  expect(await Promise.all([5, 6, 7, 8, 9, 10].map(pagesOf))).toEqual([1, 1, 1, 2, 2, 2])
})

test.skipIf(!canRender())('an account that no Swiss slip can name is told in words', async () => {
  const facts = invoiceFacts()
  const creditor = { ...facts.invoice.creditor, iban: 'DE89 3704 0044 0532 0130 00' }
  const text = textOf(
    await invoicePdf({ ...facts, invoice: { ...facts.invoice, creditor, reference: null } }),
  )
  expect(text).toContain('Konto: DE89 3704 0044 0532 0130 00. Bitte geben Sie F-2026-00017 an.')
  expect(textOf(await invoicePdf(facts))).not.toContain('Bitte geben Sie')
})

test('a long invoice goes on over pages', async () => {
  const lines = Array.from({ length: 60 }, () => invoiceFacts().lines[0])
  const bytes = await invoicePdf(invoiceFacts({}, { lines } as Partial<ReturnType<typeof invoiceFacts>>))
  expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(2)
})

describe.skipIf(!canRender())('on paper', () => {
  test.each(['de', 'fr', 'it', 'en'])(
    'the code of the %s slip reads byte for byte as its payload',
    async (locale) => {
      const facts = invoiceFacts({ locale })
      const bill = billOf(facts, toDocumentLanguage(locale))
      expect(await readSlip(await invoicePdf(facts), 1)).toBe(bill && qrPayload(bill))
    },
  )
})

test.skipIf(!canRender())('days cannot be misread, in no language', async () => {
  const written = async (locale: string) => textOf(await invoicePdf(invoiceFacts({ locale })))
  expect(await written('en')).toContain('21 Dec 2026')
  expect(await written('fr')).toContain('21.12.2026')
})

test.skipIf(!canRender())('the time the rental is charged for stands on the invoice', async () => {
  const pdf = await invoicePdf(invoiceFacts({ service_from: '2026-11-12', service_to: '2026-11-19' }))
  expect(textOf(pdf)).toContain('12.11.2026 – 19.11.2026')
})

describe('whatever a name can hold', () => {
  test.each([
    ['emoji and joiners', '👩‍🔧 Garage 🚗'],
    ['a lone surrogate', 'Muster \uD800 AG'],
    ['control characters', 'A\u0000B\u0007\tC\r\nD'],
    ['right to left', 'שלום עולם \u202Eabc'],
    ['Cyrillic, Greek, Chinese', 'Иван Αθήνα 汉字'],
    ['a very long word', 'x'.repeat(5_000)],
    ['nothing', ''],
  ])('%s', async (_, name) => {
    const { debtor } = invoiceFacts().invoice
    const bytes = await invoicePdf(invoiceFacts({ debtor: { ...debtor, name } }))
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0)
  })
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults(await invoicePdf(invoiceFacts()))).toEqual([])
})
