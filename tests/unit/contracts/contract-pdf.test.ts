import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { contractPdf } from '@/lib/contracts/documents/contract-pdf'
import { canRender, readCode } from '../money/support/read-qr'
import { archiveFaults } from '../support/archive'
import { textOf } from '../support/pdf-text'
import { contractFacts } from './support/contract-facts'
import { examplePictures } from './support/pictures'

const VERIFY = 'http://alpenmobil.localhost:3000/verify'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the same facts and pictures give the same bytes, whenever it is written', async () => {
  const pictures = await examplePictures()
  const first = await contractPdf(contractFacts(), pictures, VERIFY)
  expect(sha256(await contractPdf(contractFacts(), pictures, VERIFY))).toBe(sha256(first))
})

test('what happens at the return does not change the contract', async () => {
  const pictures = await examplePictures()
  const pickup = contractFacts().handovers?.[0]
  const later = contractFacts({ handovers: [pickup, { ...pickup, kind: 'return', damages: [] }] })
  expect(sha256(await contractPdf(later, pictures, VERIFY))).toBe(
    sha256(await contractPdf(contractFacts(), pictures, VERIFY)),
  )
})

test.each(['de', 'fr', 'it', 'en'])('it is written in %s', async (locale) => {
  const facts = contractFacts()
  const written = { ...facts, contract: { ...facts.contract, locale } }
  const document = await PDFDocument.load(await contractPdf(written, await examplePictures(), VERIFY))
  expect(document.getTitle()).toMatch(/M-2026-00042$/)
  expect(document.getPageCount()).toBeGreaterThanOrEqual(2)
})

test.skipIf(!canRender()).each([
  ['de', 'Übergeben: Fr, 13. Nov. 2026, 16:21'],
  ['fr', 'Remis : '],
  ['it', 'Consegnato: '],
  ['en', 'Handed over: '],
])('beside the agreed start it says in %s when the vehicle was handed over', async (locale, said) => {
  const facts = contractFacts()
  const early = { ...facts.contract, locale, picked_up_at: '2026-11-13T15:21:00Z' }
  const text = textOf(await contractPdf({ ...facts, contract: early }, await examplePictures(), VERIFY))
  expect(text).toContain(said)
  expect(text).toContain('16:21')
})

test.skipIf(!canRender()).each([
  [
    'de',
    '2 Schlüssel, Fahrzeugausweis, Kindersitz, dog_guard',
    'je fehlenden Liter CHF 2.10',
    'je fehlende kWh',
  ],
  ['fr', '2 clés, Permis de circulation, Kindersitz, dog_guard', 'CHF 2.10 par litre manquant', 'par kWh'],
  [
    'it',
    '2 chiavi, Licenza di circolazione, Kindersitz, dog_guard',
    'CHF 2.10 per litro mancante',
    'per kWh',
  ],
  ['en', '2 keys, Registration, Child seat, dog_guard', 'CHF 2.10 for each missing litre', 'missing kWh'],
])(
  'it names in %s what went along, and what is charged for a tank that comes back emptier',
  async (locale, along, refill, charge) => {
    const facts = contractFacts()
    const write = async (fuel: string) =>
      textOf(
        await contractPdf(
          { ...facts, contract: { ...facts.contract, locale }, vehicle: { ...facts.vehicle, fuel } },
          await examplePictures(),
          VERIFY,
        ),
      ).replace(/\s+/g, ' ')
    const text = await write('diesel')
    expect(text).toContain(along)
    expect(text).toContain(refill)
    expect(await write('electric')).toContain(charge)
  },
)

test.skipIf(!canRender())(
  'what was signed without network says when it was signed, and when it came in',
  async () => {
    const facts = contractFacts()
    const [pickup] = facts.handovers ?? []
    const write = async (received_at: string) =>
      textOf(
        await contractPdf(
          {
            ...facts,
            handovers: pickup
              ? [{ ...pickup, signatures: pickup.signatures.map((one) => ({ ...one, received_at })) }]
              : [],
          },
          await examplePictures(),
          VERIFY,
        ),
      )
    expect(await write('2026-11-14T11:20:00Z')).toContain('Bei uns eingegangen am Sa, 14. Nov. 2026, 12:20')
    expect(await write('2026-11-14T08:20:30Z')).not.toContain('Bei uns eingegangen')
  },
)

test.skipIf(!canRender())(
  'pictures in a note are left out, without a mark in their place; a letter no font has leaves one',
  async () => {
    const facts = contractFacts()
    const [pickup] = facts.handovers ?? []
    const write = async (notes: string) =>
      textOf(
        await contractPdf(
          { ...facts, handovers: pickup ? [{ ...pickup, notes }] : [] },
          await examplePictures(),
          VERIFY,
        ),
      )
    expect(await write('🚗 Delle 👍🏽 hinten 🇨🇭, 5️⃣ cm ❤️ © ★')).toContain('Delle hinten , 5 cm ©')
    expect(await write('Delle 👩‍🔧')).not.toContain('?')
    expect(await write('Delle 漢')).toContain('Delle ?')
  },
)

test.skipIf(!canRender())('in English a day has its month as a word', async () => {
  const facts = contractFacts()
  const english = { ...facts, contract: { ...facts.contract, locale: 'en' } }
  const text = textOf(await contractPdf(english, await examplePictures(), VERIFY))
  expect(text).toMatch(/\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/)
  expect(text).not.toMatch(/\d\d\/\d\d\/\d{4}/)
})

test('missing pictures leave their place empty', async () => {
  const document = await PDFDocument.load(
    await contractPdf(contractFacts(), { sketch: null, byPath: new Map() }, VERIFY),
  )
  expect(document.getPageCount()).toBeGreaterThanOrEqual(2)
})

test.skipIf(!canRender())(
  'the code beside the signatures leads to where the document is checked',
  async () => {
    const pdf = await contractPdf(contractFacts(), await examplePictures(), VERIFY)
    const hash = contractFacts().contract.content_sha256
    expect(await readCode(pdf, 2, { x: 15, y: 20, width: 40, height: 200 })).toBe(`${VERIFY}?hash=${hash}`)
  },
)

test('archives can keep it for decades', async () => {
  expect(await archiveFaults(await contractPdf(contractFacts(), await examplePictures(), VERIFY))).toEqual([])
})
