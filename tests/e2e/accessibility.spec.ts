import { test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { openScreen, screens } from './support/screens.ts'
import { signInAsOwner } from './support/sign-in.ts'

test.describe.configure({ mode: 'parallel' })
test.describe('axe finds nothing serious, light and dark', () => {
  for (const screen of screens) {
    test(screen.name, async ({ page, context }) => {
      if (screen.signedIn) await signInAsOwner(context)
      await openScreen(page, screen)
      await expectAccessible(page, screen.name)
    })
  }
})
