import sharp from 'sharp'
import { expect, test } from 'vitest'
import { redrawSignature } from '@/lib/handover/redraw-signature'

/** What a field of a phone gives, twice as fine as it is seen. */
const field = (ink: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="716" height="352"><rect width="716" height="352" fill="#fff"/>${ink}</svg>`,
    ),
  )
    .png()
    .toBuffer()

test('a signature is kept, trimmed to its ink', async () => {
  const drawn = await field(
    '<path d="M60 260 L160 120 L240 260 L420 110" stroke="#111" stroke-width="5" fill="none"/>',
  )
  const { width = 0, height = 0 } = await sharp(await redrawSignature(drawn)).metadata()
  expect(width).toBeGreaterThan(300)
  expect(width).toBeLessThan(420)
  expect(height).toBeLessThan(200)
})

test('narrow initials are a signature too', async () => {
  await expect(
    redrawSignature(
      await field('<path d="M60 40 L70 200 L78 60" stroke="#111" stroke-width="5" fill="none"/>'),
    ),
  ).resolves.toBeTruthy()
})

test.each([
  ['an empty field', ''],
  ['one dot', '<circle cx="300" cy="150" r="6" fill="#111"/>'],
  ['a thick dot', '<circle cx="300" cy="150" r="18" fill="#111"/>'],
  [
    'two dots beside each other',
    '<circle cx="300" cy="150" r="6" fill="#111"/><circle cx="320" cy="150" r="6" fill="#111"/>',
  ],
])('%s is no signature', async (_, ink) => {
  await expect(redrawSignature(await field(ink))).rejects.toMatchObject({ code: 'signature_missing' })
})

test('what is no picture is no signature', async () => {
  await expect(redrawSignature(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'signature_missing' })
})
