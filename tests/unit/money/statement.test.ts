import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { statementPdf } from '@/lib/money/statement/document'
import { StatementFacts } from '@/lib/money/statement/facts'
import { archiveFaults } from '../support/archive'
import { invoiceFacts } from './support/invoice-facts'
import { canRender, readSlip } from './support/read-qr'

const period = { from: '2026-01-01', until: '2026-11-29', madeAt: new Date('2026-11-29T09:00:00Z') }

function facts(changes: object = {}) {
  const { creditor, debtor } = invoiceFacts().invoice
  return {
    customer: 'Đorđe Škrtić-Łukasz',
    number: 'K-2026-00007',
    email: 'dorde@example.ch',
    locale: 'de',
    currency: 'CHF',
    opening_rappen: 12_000,
    entries: [
      { day: '2026-03-02', kind: 'bank_entry', number: 'F-2025-00311', amount_rappen: -12_000 },
      { day: '2026-10-21', kind: 'invoice', number: 'F-2026-00017', amount_rappen: 141_340 },
      { day: '2026-10-21', kind: 'prepayment', number: 'F-2026-00017', amount_rappen: -60_000 },
    ],
    closing_rappen: 81_340,
    open_items: [
      { number: 'F-2026-00017', issued_on: '2026-10-21', due_on: '2026-11-20', open_rappen: 81_340 },
    ],
    is_current: true,
    reference: '210000000003139471430009017',
    creditor,
    debtor,
    accent_color: '#0f766e',
    ...changes,
  }
}

const write = (changes: object = {}) => statementPdf(StatementFacts.parse(facts(changes)), period)

test.each([
  ['de', 'Kontoauszug'],
  ['fr', 'Relevé de compte'],
  ['it', 'Estratto conto'],
  ['en', 'Statement of account'],
])('a statement in %s has its own title, and shares its page with the slip', async (locale, title) => {
  const document = await PDFDocument.load((await write({ locale })).bytes)
  expect(document.getPageCount()).toBe(1)
  expect(document.getTitle()).toBe(`${title} K-2026-00007`)
})

test('the same facts give the same bytes, and a file name that any system takes', async () => {
  expect(await write()).toEqual(await write())
  expect((await write({ locale: 'fr' })).name).toBe('Releve-de-compte-K-2026-00007.pdf')
})

test.runIf(canRender())('its slip asks for what is owed today', async () => {
  const code = await readSlip((await write()).bytes, 1)
  expect(code?.split('\n')).toEqual(expect.arrayContaining(['813.40', '210000000003139471430009017']))
})

test.runIf(canRender())('a past period, nothing owed or a balance of the customer has no slip', async () => {
  for (const changes of [{ is_current: false }, { closing_rappen: 0 }, { closing_rappen: -500 }]) {
    const { bytes } = await write(changes)
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1)
    expect(await readSlip(bytes, 1)).toBeNull()
  }
})

test('a hundred entries go on over pages', async () => {
  const entries = Array.from({ length: 100 }, (_, nth) => ({
    day: '2026-05-01',
    kind: 'payment',
    number: `F-2026-${nth}`,
    amount_rappen: nth,
  }))
  expect((await PDFDocument.load((await write({ entries })).bytes)).getPageCount()).toBeGreaterThan(2)
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults((await write()).bytes)).toEqual([])
})
