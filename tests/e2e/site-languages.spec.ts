import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { overhangOf } from './support/overhang.ts'
import { customerScreens, openScreen } from './support/screens.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`
/** Half the width of a small laptop's window, which is what 200 % leaves of it. */
const ZOOMED = { width: 640, height: 400 }

test.skip(({ isMobile }) => isMobile === true, 'looks at its own size')

// Every language in light and dark is looked at by `npm run screens`.
test('axe finds nothing serious on the pages for customers at 200 %, nor do they scroll sideways, in the language of the longest words', async ({
  page,
  context,
}) => {
  test.setTimeout(480_000)
  await context.addCookies([{ name: 'locale', value: 'fr', url: site }])
  await page.setViewportSize(ZOOMED)
  for (const screen of customerScreens()) {
    await test.step(screen.name, async () => {
      await openScreen(page, screen)
      await expectAccessible(page, `${screen.name} in French`, ['dark'])
      expect.soft(await overhangOf(page), `${screen.name} is wider than the window`).toBeLessThanOrEqual(0)
    })
  }
})
