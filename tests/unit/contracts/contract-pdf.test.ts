import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { contractPdf } from '@/lib/contracts/documents/contract-pdf'
import { contractFacts } from './support/contract-facts'
import { examplePictures } from './support/pictures'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the same facts and pictures give the same bytes, whenever it is written', async () => {
  const pictures = await examplePictures()
  const first = await contractPdf(contractFacts(), pictures)
  expect(sha256(await contractPdf(contractFacts(), pictures))).toBe(sha256(first))
})

test('what happens at the return does not change the contract', async () => {
  const pictures = await examplePictures()
  const pickup = contractFacts().handovers?.[0]
  const later = contractFacts({ handovers: [pickup, { ...pickup, kind: 'return', damages: [] }] })
  expect(sha256(await contractPdf(later, pictures))).toBe(
    sha256(await contractPdf(contractFacts(), pictures)),
  )
})

test.each(['de', 'fr', 'it', 'en'])('it is written in %s', async (locale) => {
  const facts = contractFacts()
  const written = { ...facts, contract: { ...facts.contract, locale } }
  const document = await PDFDocument.load(await contractPdf(written, await examplePictures()))
  expect(document.getTitle()).toMatch(/M-2026-00042$/)
  expect(document.getPageCount()).toBeGreaterThanOrEqual(2)
})

test('missing pictures leave their place empty', async () => {
  const document = await PDFDocument.load(
    await contractPdf(contractFacts(), { sketch: null, byPath: new Map() }),
  )
  expect(document.getPageCount()).toBeGreaterThanOrEqual(2)
})
