import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { contactSheet, screensFolder } from './support/contact-sheet.ts'
import { lengthen } from './support/lengthen.ts'
import { overhangOf } from './support/overhang.ts'
import { customerScreens, openScreen, settled } from './support/screens.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`
const PHONE = { width: 390, height: 844 }
/** Half the width of a small laptop's window, which is what 200 % leaves of it. */
const ZOOMED = { width: 640, height: 400 }

test.describe.configure({ mode: 'parallel' })
for (const locale of ['de', 'fr', 'it', 'en']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const name = `phone-customer-${colorScheme}-${locale}`
    test(`${name}: axe finds nothing at 200 %, and nothing sticks out`, async ({ browser }) => {
      test.setTimeout(600_000)
      mkdirSync(path.join(screensFolder, name), { recursive: true })
      const context = await browser.newContext({ viewport: ZOOMED, colorScheme, reducedMotion: 'reduce' })
      await context.addCookies([{ name: 'locale', value: locale, url: site }])
      for (const screen of customerScreens()) {
        const page = await context.newPage()
        await openScreen(page, screen)
        expect.soft(await violationsOf(page), screen.name).toEqual([])
        expect.soft(await overhangOf(page), `${screen.name} is wider than the window`).toBeLessThanOrEqual(0)
        await page.setViewportSize(PHONE)
        await settled(page)
        expect.soft(await overhangOf(page), `${screen.name} is wider than a phone`).toBeLessThanOrEqual(0)
        await page.screenshot({ path: path.join(screensFolder, name, `${screen.name}.png`) })
        await page.close()
      }
      await contactSheet(name)
    })
  }
}

test('phone-longer-words: texts a third longer are neither cut off nor stick out', async ({ browser }) => {
  test.setTimeout(600_000)
  const name = 'phone-longer-words'
  mkdirSync(path.join(screensFolder, name), { recursive: true })
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'locale', value: 'de', url: site }])
  for (const screen of customerScreens()) {
    const page = await context.newPage()
    await openScreen(page, screen)
    expect.soft(await lengthen(page), screen.name).toEqual([])
    await page.screenshot({ path: path.join(screensFolder, name, `${screen.name}.png`) })
    await page.close()
  }
  await contactSheet(name)
})
