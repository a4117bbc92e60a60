import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { contactSheet, screensFolder } from './support/contact-sheet.ts'
import { openScreen, screens } from './support/screens.ts'
import { signInAsOwner } from './support/sign-in.ts'

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

test.describe.configure({ mode: 'parallel' })
for (const size of ['desktop', 'phone'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of ['de', 'en'] as const) {
      const name = `${size}-${colorScheme}-${locale}`
      test(name, async ({ browser }) => {
        test.setTimeout(600_000)
        mkdirSync(path.join(screensFolder, name), { recursive: true })
        const options = { viewport: sizes[size], colorScheme, locale: locale === 'de' ? 'de-CH' : 'en-GB' }
        const context = await browser.newContext(options)
        await signInAsOwner(context, locale)
        for (const screen of screens) {
          const page = await (screen.signedIn ? context : await browser.newContext(options)).newPage()
          await openScreen(page, screen)
          await page.screenshot({ path: path.join(screensFolder, name, `${screen.name}.png`) })
          // Words change nothing for axe.
          if (locale === 'de') await expectAccessible(page, `${screen.name}, ${name}`, [colorScheme])
          await (screen.signedIn ? page.close() : page.context().close())
        }
        await contactSheet(name)
      })
    }
  }
}
