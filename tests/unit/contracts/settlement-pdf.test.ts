import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { settlementPdf } from '@/lib/contracts/documents/settlement-pdf'
import { slipFor } from '@/lib/money/documents/debt-slip'
import { billFor } from '@/lib/money/documents/qr-bill/bill'
import { qrPayload } from '@/lib/money/documents/qr-bill/payload'
import { canRender, readSlip } from '../money/support/read-qr'
import { archiveFaults } from '../support/archive'
import { textOf } from '../support/pdf-text'
import { examplePictures } from './support/pictures'
import { settlementFacts } from './support/settlement-facts'

type Facts = ReturnType<typeof settlementFacts>

const VERIFY = 'http://alpenmobil.localhost:3000/verify'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const write = async (changes: Partial<Facts> = {}) =>
  settlementPdf(settlementFacts(changes), await examplePictures(), slipFor, VERIFY)

const inLanguage = (locale: string): Partial<Facts> => ({
  contract: { ...settlementFacts().contract, locale },
})

test('the same facts give the same bytes, whenever it is written', async () => {
  expect(sha256(await write())).toBe(sha256(await write()))
})

describe.skipIf(!canRender())('on paper', () => {
  test.each([
    ['de', 'Abrechnung', 'M-2026-00042'],
    ['fr', 'Décompte', 'M-2026-00042'],
    ['it', 'Conteggio', 'M-2026-00042'],
    ['en', 'Settlement', 'M-2026-00042'],
  ])('the %s slip asks for what is left, under the rental’s reference', async (locale, title, number) => {
    const facts = settlementFacts(inLanguage(locale))
    const bytes = await write(inLanguage(locale))
    const pages = (await PDFDocument.load(bytes)).getPageCount()
    const total = facts.lines.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0)
    const bill = billFor({
      creditor: facts.creditor,
      debtor: facts.debtor,
      reference: facts.reference,
      amountRappen: total - 60_000,
      currency: 'CHF',
      message: `${title} ${number}`,
    })
    expect(await readSlip(bytes, pages)).toBe(bill && qrPayload(bill))
  })

  test('readings of both ends stand beside each other, an early return is explained', () =>
    write().then((bytes) => {
      const text = textOf(bytes)
      expect(text).toContain("48'312")
      expect(text).toContain("49'102")
      expect(text).toContain('790')
      expect(text).toContain('Verrechnet wird die vereinbarte Mietdauer')
      expect(text).toContain('Stossstange')
      expect(text).toContain('Bezahlen Sie nur einmal')
    }))

  test('a vehicle exchanged on the way: each stands with its own readings, and its own damage', async () => {
    const [pickup, back] = settlementFacts().handovers ?? []
    if (!pickup || !back) throw new Error('Both sides are needed')
    const exchanged = [
      { ...pickup, plate: 'ZH 111' },
      { ...back, kind: 'exchange_back' as const, plate: 'ZH 111', odometer_km: 48_400 },
      { ...pickup, kind: 'exchange_out' as const, plate: 'ZH 222', odometer_km: 10_000 },
      { ...back, plate: 'ZH 222', odometer_km: 10_250, damages: [] },
    ]
    const text = textOf(await write({ handovers: exchanged }))
    for (const told of [
      'Abholung und Rückgabe: ZH 111',
      'Abholung und Rückgabe: ZH 222',
      "10'250",
      '250 km',
      '88 km',
    ])
      expect(text.replaceAll('\u00A0', ' ')).toContain(told)
    expect(text.replaceAll('\u00A0', ' ')).toContain('Neue Schäden bei der Rückgabe: ZH 111')
    expect(text.replaceAll('\u00A0', ' ')).not.toContain('Neue Schäden bei der Rückgabe: ZH 222')
  })

  test('who has paid everything gets thanks and no slip, who has paid too much is told', async () => {
    const total = settlementFacts().lines.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0)
    const paid = (amount_rappen: number) => write({ payments: [{ purpose: 'balance', amount_rappen }] })
    const even = textOf(await paid(total))
    expect(even).toContain('Alles ist bezahlt')
    expect(even).not.toContain('Empfangsschein')
    const over = textOf(await paid(total + 1_250))
    expect(over).toContain('Guthaben')
    expect(over).toContain('12.50')
    expect(over).not.toContain('Empfangsschein')
  })

  test('a company whose account makes no slip asks in words', async () => {
    const { creditor } = settlementFacts()
    const text = textOf(await write({ creditor: { ...creditor, iban: null }, reference: null }))
    expect(text).toContain('Die Rechnung folgt')
    expect(text).not.toContain('Empfangsschein')
  })
})

test.each([
  ['a long name of sixty letters', 'Kraftfahrzeugvermietungsgesellschaft Ober- und Unterwalden AG'],
  ['a very long word', 'x'.repeat(5_000)],
  ['control characters', 'A\u0000B\u0007\tC\r\nD'],
])('a customer called %s', async (_, name) => {
  const facts = settlementFacts()
  const bytes = await write({ customer: { ...facts.customer, name }, debtor: { ...facts.debtor, name } })
  expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0)
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults(await write())).toEqual([])
})
