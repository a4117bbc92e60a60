import { PDFDocument } from 'pdf-lib'
import { expect, test, vi } from 'vitest'
import { disputePack } from '@/lib/contracts/dispute/pack-pdf'
import { contractPdf } from '@/lib/contracts/documents/contract-pdf'
import { settlementPdf } from '@/lib/contracts/documents/settlement-pdf'
import { Sheet } from '@/lib/core/documents/sheet'
import { contractFacts } from './support/contract-facts'
import { disputeFacts } from './support/dispute-facts'
import { examplePictures } from './support/pictures'
import { settlementFacts } from './support/settlement-facts'

const VERIFY = 'http://alpenmobil.localhost:3000/verify'
const noSlip = () => null

/** How many marks are drawn while something is written: those on the sketch and those on photos. */
async function marksDrawn(write: () => Promise<Uint8Array>): Promise<{ marks: number; pages: number }> {
  const drawn = vi.spyOn(Sheet.prototype, 'mark')
  const bytes = await write()
  const marks = drawn.mock.calls.length
  drawn.mockRestore()
  return { marks, pages: (await PDFDocument.load(bytes)).getPageCount() }
}

/** Facts in which the last side's first damage is marked on one of the photos. */
function onPhoto<Facts extends { handovers: ReturnType<typeof contractFacts>['handovers'] }>(
  facts: Facts,
): Facts {
  const photos = contractFacts().handovers?.[0]?.photos ?? []
  const handovers = facts.handovers?.map((side, place, all) => {
    if (place < all.length - 1) return side
    const own = side.photos.length > 0 ? side.photos : photos
    const place_on = { photo_id: own[0]?.id, photo_x: 0.3, photo_y: 0.6 }
    return {
      ...side,
      photos: own,
      damages: side.damages.map((one, nth) => (nth === 0 ? { ...one, ...place_on } : one)),
    }
  })
  return { ...facts, handovers }
}

test('a contract shows the mark on the photo, beside the one on the sketch', async () => {
  const pictures = await examplePictures()
  const before = await marksDrawn(() => contractPdf(contractFacts(), pictures, VERIFY))
  const after = await marksDrawn(() => contractPdf(onPhoto(contractFacts()), pictures, VERIFY))
  expect(after).toEqual({ marks: before.marks + 1, pages: before.pages })
})

test('a settlement shows the marked photo alone, on a page of its own', async () => {
  const pictures = await examplePictures()
  const before = await marksDrawn(() => settlementPdf(settlementFacts(), pictures, noSlip, VERIFY))
  const after = await marksDrawn(() => settlementPdf(onPhoto(settlementFacts()), pictures, noSlip, VERIFY))
  expect(after).toEqual({ marks: before.marks + 1, pages: before.pages + 1 })
})

test('a dispute pack marks the photo of the return', async () => {
  const pictures = await examplePictures()
  const pack = (facts: ReturnType<typeof disputeFacts>) =>
    disputePack(facts, {
      pictures,
      language: 'de',
      verifyAt: VERIFY,
      madeAt: new Date('2026-12-01T09:00:00Z'),
    })
  const before = await marksDrawn(() => pack(disputeFacts()))
  const after = await marksDrawn(() => pack(onPhoto(disputeFacts())))
  expect(after).toEqual({ marks: before.marks + 1, pages: before.pages })
})
