import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { ICON_SIZE, siteIcon, siteIconUrl } from '@/app/site/[company]/icon/draw'

const logoFile = vi.hoisted(() => ({ bytes: new ArrayBuffer(0) }))
vi.mock('@/lib/companies/picture-file', () => ({
  pictureFile: async () => ({ bytes: logoFile.bytes, type: 'image/png' }),
}))

const company = { id: 'c-1', name: 'Alpenmobil AG', accentColor: '#0f766e', logo: null }
const logo = (width: number, height: number) => ({
  url: `/pictures/c-1/${width}-logo.png`,
  width,
  height,
  ground: 'any' as const,
})
const pixel = async (icon: Uint8Array, left: number, top: number) => [
  ...(await sharp(icon).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
]

test('a company without a compact logo is its first letter in its colour', async () => {
  const icon = await siteIcon({ company, requestId: 'r' })
  expect(await sharp(icon).metadata()).toMatchObject({ format: 'png', width: ICON_SIZE, height: ICON_SIZE })
  expect(await pixel(icon, ICON_SIZE / 2, 10)).toEqual([0x0f, 0x76, 0x6e])
  const wide = await siteIcon({ company: { ...company, logo: logo(600, 100) }, requestId: 'r' })
  expect(Buffer.compare(icon, wide)).toBe(0)
  const other = await siteIcon({ company: { ...company, name: '«Zürimobil»' }, requestId: 'r' })
  expect(Buffer.compare(icon, other)).not.toBe(0)
})

test('a compact logo stands on white with room around it', async () => {
  const red = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#c81e1e' } })
    .png()
    .toBuffer()
  logoFile.bytes = Uint8Array.from(red).buffer
  const icon = await siteIcon({ company: { ...company, id: 'c-2', logo: logo(100, 100) }, requestId: 'r' })
  expect(await pixel(icon, 3, 3)).toEqual([255, 255, 255])
  expect(await pixel(icon, ICON_SIZE / 2, ICON_SIZE / 2)).toEqual([0xc8, 0x1e, 0x1e])
})

test('another look has another address', () => {
  const addresses = [
    siteIconUrl(company),
    siteIconUrl({ ...company, accentColor: '#7c3aed' }),
    siteIconUrl({ ...company, name: 'Bergauto' }),
    siteIconUrl({ ...company, logo: logo(100, 100) }),
  ]
  expect(new Set(addresses).size).toBe(4)
  expect(siteIconUrl({ ...company, name: '👩‍🚀 & Co' })).not.toMatch(/[^\x21-\x7e]/)
})
