import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { book } from './support/bookings.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** What a page may weigh; an empty page of Next's weighs 115 kB, so the rest is what there is to save. */
const budget = 130_000
const budgets: Record<string, number> = { home: 123_000, search: 124_500 }

test.skip(({ isMobile }) => isMobile === true, 'weighs the same on every screen')

test('no page of the booking site loads more than 130 kB of JavaScript, home and results less, nor a second font', async ({
  page,
}) => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const { token } = await book(sql, 21)
  await sql.end()
  await page.goto(`${site}/search?from=${day(20)}&to=${day(23)}`)
  const extras = await page.locator('a[href^="/book/"]').first().getAttribute('href')

  const weights: Record<string, number> = {}
  for (const [name, path] of Object.entries({
    home: '/',
    search: `/search?from=${day(20)}&to=${day(23)}`,
    extras: extras ?? '',
    details: (extras ?? '').replace('?', '/details?'),
    booking: `/portal/${token}`,
  })) {
    await page.goto(site + path)
    expect(await page.locator('link[rel=preload][as=font]').count(), name).toBeLessThanOrEqual(1)
    weights[name] = await scriptBytes(page)
  }
  test.info().annotations.push({ type: 'bytes', description: JSON.stringify(weights) })
  expect(Object.entries(weights).filter(([name, bytes]) => bytes > (budgets[name] ?? budget))).toEqual([])
  // Less than React alone would mean that nothing was weighed.
  expect(Math.min(...Object.values(weights))).toBeGreaterThan(60_000)
})

/** What the scripts in the page weighed on their way here, as compressed as they came. */
function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scripts = new Set([...document.scripts].map(({ src }) => src).filter(Boolean))
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return loaded
      .filter(({ name }) => scripts.has(name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  })
}
