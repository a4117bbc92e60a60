import '../support/environment.ts'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { socialImage } from '@/app/site/[company]/social-image/draw'
import type { SiteContext } from '@/lib/core/context'

/** What lies in storage: a photo for everything, so that the words are seen on it. */
vi.mock('@/lib/companies/picture-file', () => ({
  pictureFile: async () => {
    const photo = sharp({ create: { width: 1280, height: 640, channels: 3, background: '#7fb069' } })
    return { bytes: Uint8Array.from(await photo.webp().toBuffer()).buffer, type: 'image/webp' }
  },
}))

const picture = { width: 1280, height: 640, ground: 'any' as const }

/** The site of a company as its image sees it. */
const site = (more: object) =>
  ({
    locale: 'fr',
    requestId: 'test',
    company: {
      id: 'company',
      name: 'Alpenmobil & Söhne <AG>',
      accentColor: '#0f766e',
      headlines: {},
      logo: null,
      hero: null,
      ...more,
    },
  }) as unknown as SiteContext

const read = async (ctx: SiteContext) => {
  const bytes = Buffer.from(await socialImage(ctx))
  const { format, width, height } = await sharp(bytes).metadata()
  const beneathWords = await sharp(bytes).extract({ left: 0, top: 560, width: 40, height: 40 }).stats()
  return { is: `${format} ${width} × ${height}`, ground: beneathWords.dominant }
}

test('a company without pictures is shown in its colour', async () => {
  const { is, ground } = await read(site({}))
  expect(is).toBe('png 1200 × 630')
  expect(ground.g).toBeGreaterThan(ground.r)
})

test('a company with a logo and a photo is shown with them, its longest words too', async () => {
  const image = site({
    headlines: { fr: 'Véhicules utilitaires et campings-cars pour toute la famille, dès aujourd’hui' },
    logo: { ...picture, url: '/pictures/company/a-logo.png' },
    hero: { ...picture, url: '/pictures/company/b-1280.webp' },
  })
  const { is, ground } = await read(image)
  expect(is).toBe('png 1200 × 630')
  // White words on it: the photo is shaded.
  expect(Math.max(ground.r, ground.g, ground.b)).toBeLessThan(80)
})
