import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { disputePack } from '@/lib/contracts/dispute/pack-pdf'
import { pairPhotos } from '@/lib/contracts/dispute/photo-pairs'
import { DISPUTE_WORDS } from '@/lib/contracts/dispute/words/languages'
import type { ContractPhoto } from '@/lib/contracts/documents/contract-facts'
import { DOCUMENT_LANGUAGES } from '@/lib/core/documents/language'
import { canRender } from '../money/support/read-qr'
import { archiveFaults } from '../support/archive'
import { textOf } from '../support/pdf-text'
import { disputeFacts } from './support/dispute-facts'
import { examplePictures } from './support/pictures'

const write = async (facts = disputeFacts(), language: (typeof DOCUMENT_LANGUAGES)[number] = 'de') =>
  disputePack(facts, {
    pictures: await examplePictures(),
    language,
    verifyAt: 'http://alpenmobil.localhost:3000/verify',
    madeAt: new Date('2026-12-01T09:00:00Z'),
  })

test.each(DOCUMENT_LANGUAGES)('the pack is written in %s', async (language) => {
  const document = await PDFDocument.load(await write(disputeFacts(), language))
  expect(document.getTitle()).toBe(
    `${DISPUTE_WORDS[language].title}: ${DISPUTE_WORDS[language].about('M-2026-00042')}`,
  )
  expect(document.getPageCount()).toBeGreaterThanOrEqual(4)
})

test.skipIf(!canRender())(
  'every hash of the chain stands on one line, and fuel as the contract says it',
  async () => {
    const text = textOf(await write())
    for (const { content_sha256, own_sha256 } of disputeFacts().chain)
      expect([text.includes(content_sha256), text.includes(own_sha256)]).toEqual([true, true])
    expect(text).toContain('7/8')
  },
)

test('a pack of nothing but a contract is written as well, and so is one with a broken chain', async () => {
  const bare = { handovers: null, payments: [], invoices: [], messages: [], documents: [], chain: [] }
  expect((await PDFDocument.load(await write(disputeFacts(bare)))).getPageCount()).toBeGreaterThanOrEqual(2)
  const faults = [
    { position: 2, kind: 'mark', fault: 'subject_altered' },
    { position: null, kind: 'photo', fault: 'not_recorded' },
  ]
  expect(
    (await PDFDocument.load(await write(disputeFacts({ faults })))).getPageCount(),
  ).toBeGreaterThanOrEqual(4)
})

test('photos of one place stand beside each other; what has no partner stands alone', () => {
  const photo = (id: string, position: ContractPhoto['position']) => ({ id, position }) as ContractPhoto
  const before = [photo('a', 'front'), photo('b', 'free'), photo('c', 'left')]
  const after = [photo('d', 'left'), photo('e', 'free'), photo('f', 'free'), photo('g', 'rear')]
  const pairs = pairPhotos(before, after).map((pair) => [pair.before?.id, pair.after?.id])
  expect(pairs).toEqual([
    ['a', undefined],
    ['b', 'e'],
    [undefined, 'f'],
    ['c', 'd'],
    [undefined, 'g'],
  ])
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults(await write())).toEqual([])
})
