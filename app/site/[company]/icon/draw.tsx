import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import { pictureFile } from '@/lib/companies/picture-file'
import { accentScale } from '@/lib/core/accent'
import type { SiteContext } from '@/lib/core/context'
import { processWide } from '@/lib/core/process-wide'

/** Enough for a home screen; tabs draw it smaller. */
export const ICON_SIZE = 192
/** A logo that is wider says nothing at the size of a tab. */
const WIDEST_LOGO = 1.5
const PADDING = 24

type Look = Pick<SiteContext['company'], 'id' | 'name' | 'accentColor' | 'logo'>

/** Where a site's icon is seen, with its look in the address: a browser that keeps it asks again when the look has changed. */
export function siteIconUrl(look: Look): string {
  return `/icon?look=${encodeURIComponent(lookOf(look).join(' '))}`
}

/** The icon of a company's site: its logo where that is compact, else the first letter of its name in its colour. Drawn once for the same look. */
export async function siteIcon({
  company,
  requestId,
}: Pick<SiteContext, 'requestId'> & { company: Look }): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = processWide(
    'site-icons',
    () => new LRUCache<string, Promise<Uint8Array<ArrayBuffer>>>({ max: 500 }),
  )
  const key = [company.id, ...lookOf(company)].join(' ')
  const icon = drawn.get(key) ?? draw(company, requestId)
  drawn.set(key, icon)
  icon.catch(() => drawn.delete(key))
  return icon
}

function lookOf({ name, accentColor, logo }: Look): string[] {
  return isCompact(logo) ? [logo.url.split('/').at(-1) ?? ''] : [initialOf(name), accentColor]
}

function isCompact(logo: Look['logo']): logo is NonNullable<Look['logo']> {
  return logo !== null && Math.max(logo.width / logo.height, logo.height / logo.width) <= WIDEST_LOGO
}

function initialOf(name: string): string {
  return (name.match(/[\p{L}\p{N}]/u)?.[0] ?? '·').toLocaleUpperCase('de-CH')
}

function draw({ id, name, accentColor, logo }: Look, requestId: string): Promise<Uint8Array<ArrayBuffer>> {
  return isCompact(logo) ? drawLogo(id, logo, requestId) : drawInitial(initialOf(name), accentColor)
}

async function drawLogo(
  companyId: string,
  logo: NonNullable<Look['logo']>,
  requestId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = logo.url.replace('-logo.', '-print.').split('/').at(-1) ?? ''
  const { bytes } = await pictureFile(companyId, file, requestId)
  const background = logo.ground === 'dark' ? '#14171b' : '#ffffff'
  const inner = ICON_SIZE - 2 * PADDING
  const mark = await sharp(bytes)
    .resize({ width: inner, height: inner, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()
  const icon = sharp({ create: { width: ICON_SIZE, height: ICON_SIZE, channels: 4, background } })
  return Uint8Array.from(
    await icon
      .composite([{ input: mark }])
      .png()
      .toBuffer(),
  )
}

async function drawInitial(initial: string, accentColor: string): Promise<Uint8Array<ArrayBuffer>> {
  const { accent, ink } = accentScale(accentColor, 'light')
  const font = await processWide('social-images.font', () =>
    readFile(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf')),
  )
  const image = new ImageResponse(
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: '100%',
        height: '100%',
        borderRadius: 40,
        backgroundColor: accent,
        color: ink,
        fontSize: 128,
        lineHeight: 1,
      }}
    >
      {initial}
    </div>,
    { width: ICON_SIZE, height: ICON_SIZE, fonts: [{ name: 'Geist', data: font, weight: 600 }] },
  )
  return new Uint8Array(await image.arrayBuffer())
}
