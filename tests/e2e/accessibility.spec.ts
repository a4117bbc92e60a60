import { test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { openScreen, screens, settled } from './support/screens.ts'
import { signInAsOwner } from './support/sign-in.ts'

const PHONE = { width: 390, height: 844 }

test.skip(({ isMobile }) => isMobile === true, 'looks at both sizes by itself')
test.describe.configure({ mode: 'parallel' })
// What both sizes show is seen in both colours.
test.describe('axe finds nothing serious, light on a desk and dark on a phone', () => {
  for (const screen of screens) {
    test(screen.name, async ({ page, context }) => {
      if (screen.signedIn) await signInAsOwner(context)
      await openScreen(page, screen)
      await expectAccessible(page, screen.name, ['light'])
      await page.setViewportSize(PHONE)
      await settled(page)
      await expectAccessible(page, `${screen.name} on a phone`, ['dark'])
    })
  }
})
