import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import { pictureFile } from '@/lib/companies/picture-file'
import { accentScale } from '@/lib/core/accent'
import type { SiteContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'
import { processWide } from '@/lib/core/process-wide'

const SIZE = { width: 1200, height: 630 }

/**
 * The company's social image: its photo or its colour, its logo or name, and what it says first, else the page's `title`, else its
 * name. Drawn once for the same content.
 */
export async function socialImage(ctx: SiteContext, title = ''): Promise<ArrayBuffer> {
  const { company, locale } = ctx
  const drawn = processWide('social-images', () => new LRUCache<string, Promise<ArrayBuffer>>({ max: 100 }))
  const headline = labelOf(company.headlines, locale) || title
  const key = JSON.stringify([
    company.id,
    company.name,
    company.accentColor,
    company.logo,
    company.hero,
    headline,
  ])
  const image = drawn.get(key) ?? draw(ctx, headline)
  drawn.set(key, image)
  image.catch(() => drawn.delete(key))
  return image
}

async function draw({ company, requestId }: SiteContext, headline: string): Promise<ArrayBuffer> {
  const { accent, ink } = accentScale(company.accentColor, 'light')
  const [font, hero, logo] = await Promise.all([
    processWide('social-images.font', () =>
      readFile(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf')),
    ),
    company.hero && asData(company.id, company.hero.url, requestId),
    company.logo && asData(company.id, company.logo.url.replace('-logo.', '-print.'), requestId),
  ])
  const color = hero ? '#ffffff' : ink
  const image = new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'flex-end',
        width: '100%',
        height: '100%',
        backgroundColor: accent,
        color,
      }}
    >
      {hero && (
        <img
          src={hero}
          alt=""
          width={SIZE.width}
          height={SIZE.height}
          style={{ position: 'absolute', top: 0, left: 0, objectFit: 'cover' }}
        />
      )}
      {hero && (
        <div
          style={{
            position: 'absolute',
            top: 0,
            left: 0,
            width: '100%',
            height: '100%',
            backgroundImage:
              'linear-gradient(to top, rgba(0,0,0,0.85), rgba(0,0,0,0.55) 55%, rgba(0,0,0,0.05))',
          }}
        />
      )}
      <div style={{ display: 'flex', flexDirection: 'column', padding: 72, gap: 28 }}>
        {logo && (
          <div
            style={{
              display: 'flex',
              alignSelf: 'flex-start',
              padding: 20,
              borderRadius: 12,
              background: '#fff',
            }}
          >
            <img src={logo} alt="" height={72} />
          </div>
        )}
        <div style={{ fontSize: headline ? 72 : 96, lineHeight: 1.1 }}>{headline || company.name}</div>
        {headline && !logo && <div style={{ fontSize: 40 }}>{company.name}</div>}
      </div>
    </div>,
    { ...SIZE, fonts: [{ name: 'Geist', data: font, weight: 600 }] },
  )
  return image.arrayBuffer()
}

/** A picture of the site as PNG within the page, which is all the drawing understands. */
async function asData(companyId: string, url: string, requestId: string): Promise<string> {
  const { bytes } = await pictureFile(companyId, url.split('/').at(-1) ?? '', requestId)
  const png = await sharp(bytes)
    .resize({ ...SIZE, fit: 'inside' })
    .png()
    .toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}
