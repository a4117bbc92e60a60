import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { expectAccessible } from './support/axe.ts'
import { book } from './support/bookings.ts'
import { dayFromToday } from './support/customer.ts'
import { settled } from './support/screens.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`
const search = `from=${dayFromToday(20)}&to=${dayFromToday(23)}`
/** Half the width of a small laptop's window, which is what 200 % leaves of it. */
const ZOOMED = { width: 640, height: 400 }

test.skip(({ isMobile }) => isMobile === true, 'looks at its own sizes')
test.describe.configure({ mode: 'parallel' })
test.describe('axe finds nothing serious on the pages for customers, each language in light or dark, at 200 %', () => {
  // Each books a vehicle of its own.
  for (const [locale, scheme, nth] of [
    ['de', 'light', 31],
    ['fr', 'dark', 32],
    ['it', 'light', 33],
    ['en', 'dark', 34],
  ] as const) {
    test(`in ${locale}, ${scheme}`, async ({ page, context }) => {
      await context.addCookies([{ name: 'locale', value: locale, url: site }])
      await page.setViewportSize(ZOOMED)
      const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
      const { token } = await book(sql, nth)
      await sql.end()
      await page.goto(`${site}/search?${search}`)
      const extras = (await page.locator('a[href^="/book/"]').first().getAttribute('href')) ?? ''
      const paths = [
        '/',
        `/search?${search}`,
        extras,
        extras.replace(/book\/([^?]+)\?/, 'compare?vehicle=$1&'),
        extras.replace('?', '/details?'),
        `/waiting?${search}`,
        '/terms',
        '/privacy',
        '/imprint',
        '/widget',
        `/portal/${token}`,
        `/portal/${token}/messages`,
      ]
      for (const path of paths) {
        await page.goto(site + path)
        await settled(page)
        await expectAccessible(page, `${path} in ${locale}`, [scheme])
        await expectNoSidewaysScroll(page, path)
      }
    })
  }
})

/** Nobody should have to scroll sideways to read a line. */
async function expectNoSidewaysScroll(page: Page, path: string) {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(beyond, `${path} is wider than the window`).toBeLessThanOrEqual(0)
}
