import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { overhangOf } from './support/overhang.ts'
import { openScreen, type Screen, screens } from './support/screens.ts'
import { signInAsOwner } from './support/sign-in.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** One page looks at so many screens: a browser that has read the product's code once is a third quicker. */
const AT_ONCE = 10

test.skip(({ isMobile }) => isMobile === true, 'looks at both sizes by itself')
test.describe.configure({ mode: 'parallel' })
// Each screen where it is used most, one in light, the next in dark; `npm run screens` looks at each in both sizes and colours.
test.describe('axe finds nothing serious at the desk or on the phone', () => {
  for (const group of [...inGroups(true), ...inGroups(false)]) {
    test(`from ${group[0]?.name} to ${group.at(-1)?.name}`, async ({ page, context }) => {
      test.setTimeout(480_000)
      if (group[0]?.signedIn) await signInAsOwner(context)
      for (const [nth, screen] of group.entries()) {
        await test.step(screen.name, () => look(page, screen, nth % 2 === 0 ? 'light' : 'dark'))
      }
    })
  }
})

async function look(page: Page, screen: Screen, colors: 'light' | 'dark') {
  const isForDesk = screen.path.startsWith('/dashboard')
  await page.setViewportSize(isForDesk ? DESK : PHONE)
  await openScreen(page, screen)
  await expectAccessible(page, screen.name, [colors])
  // The desk is looked after on a phone too, if less often.
  if (isForDesk) await page.setViewportSize(PHONE)
  expect.soft(await overhangOf(page), `${screen.name} is wider than a phone`).toBeLessThanOrEqual(0)
}

function inGroups(signedIn: boolean): Screen[][] {
  const own = screens.filter((screen) => screen.signedIn === signedIn)
  return Array.from({ length: Math.ceil(own.length / AT_ONCE) }, (_, nth) =>
    own.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
  )
}
