import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from '@playwright/test'
import sharp from 'sharp'
import { openScreen, screens } from './support/screens.ts'
import { signInAsOwner } from './support/sign-in.ts'

const folder = path.join(import.meta.dirname, '../../screens')
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

test.describe.configure({ mode: 'parallel' })
for (const size of ['desktop', 'phone'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of ['de', 'en'] as const) {
      const name = `${size}-${colorScheme}-${locale}`
      test(name, async ({ browser }) => {
        test.setTimeout(600_000)
        mkdirSync(path.join(folder, name), { recursive: true })
        const options = { viewport: sizes[size], colorScheme, locale: locale === 'de' ? 'de-CH' : 'en-GB' }
        const context = await browser.newContext(options)
        await signInAsOwner(context, locale)
        for (const screen of screens) {
          const page = await (screen.signedIn ? context : await browser.newContext(options)).newPage()
          await openScreen(page, screen)
          await page.screenshot({ path: path.join(folder, name, `${screen.name}.png`) })
          await (screen.signedIn ? page.close() : page.context().close())
        }
        await contactSheet(name)
      })
    }
  }
}

/** All screens of one variant on one sheet, four in a row. */
async function contactSheet(name: string) {
  const width = 480
  const files = readdirSync(path.join(folder, name)).sort()
  const height = name.startsWith('phone') ? 1040 : 300
  const tiles = await Promise.all(
    files.map((file) =>
      sharp(path.join(folder, name, file))
        .resize({ width, height, fit: 'contain', background: '#888' })
        .toBuffer(),
    ),
  )
  await sharp({
    create: {
      width: width * 4,
      height: height * Math.ceil(files.length / 4),
      channels: 3,
      background: '#888',
    },
  })
    .composite(
      tiles.map((input, nth) => ({ input, left: (nth % 4) * width, top: Math.floor(nth / 4) * height })),
    )
    .png()
    .toFile(path.join(folder, `${name}.png`))
}
