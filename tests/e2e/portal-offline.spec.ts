import { expect, type Page, type Route, test } from '@playwright/test'
import postgres from 'postgres'
import { addresses } from './support/addresses.ts'
import { book } from './support/bookings.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`

test.skip(({ isMobile }) => isMobile !== true, 'happens on phones')

test('the booking and its guide open without network, once the portal was seen', async ({
  page,
  context,
}) => {
  const { coming } = await addresses()
  await page.goto(`${site}/portal/${coming}`)
  const number =
    (await page
      .getByText(/^Reservation R/)
      .first()
      .textContent()) ?? ''
  await expect.poll(() => keptPages(page)).toEqual([`/portal/${coming}`, `/portal/${coming}/guide`])

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText(number).first()).toBeVisible()
  await expect(page.getByText('Kein Netz', { exact: false })).toBeVisible()
  await page.goto(`${site}/portal/${coming}/guide`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const note = page.getByText('Kein Netz', { exact: false })
  await expect(note).toBeVisible()
  // What is not kept, and what cannot be done, says so and leads back to what is.
  const missing = page.getByRole('heading', { name: 'Dafür braucht es ein Netz' })
  await page.getByRole('link', { name: 'Nachrichten' }).click()
  await expect(missing).toBeVisible()
  await page.getByRole('link', { name: 'Anleitung' }).click()
  await expect(note).toBeVisible()
  await page.getByRole('button', { name: /^fr/ }).click()
  await expect(missing).toBeVisible()
  await page.getByRole('link', { name: 'Übersicht' }).click()
  await expect(page.getByText(number).first()).toBeVisible()
  await context.setOffline(false)
  await expect(note).toBeHidden()
})

test('what is written without network stays where it is, and leaves once when there is one', async ({
  page,
  context,
}) => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const { token } = await book(sql, 46)
  const text = 'Wo liegt der Schlüssel?'
  const unsent = page.getByText('Keine Verbindung. Ihre Angaben sind noch da', { exact: false })
  await page.goto(`${site}/portal/${token}/messages`)
  const body = page.locator('textarea[name="body"]')
  const send = page.locator('form[action$="/messages/send"] button')
  await body.fill(text)
  await context.setOffline(true)
  await send.click()
  await expect(unsent).toBeVisible()
  await expect(body).toHaveValue(text)

  // The message arrives, and the answer that says so does not.
  await context.setOffline(false)
  const lost = async (route: Route) => {
    const asked = new URL(route.request().url())
    const headers = { ...(await route.request().allHeaders()), host: asked.host }
    // Not every resolver knows the names beneath localhost.
    asked.hostname = '127.0.0.1'
    await route.fetch({ url: asked.toString(), headers, maxRedirects: 0 })
    await route.abort()
  }
  await page.route('**/messages/send', lost, { times: 1 })
  await send.click()
  await expect(unsent).toBeVisible()
  await expect(body).toHaveValue(text)
  await send.click()
  await expect(body).toHaveValue('')
  await expect(page.locator('section ol').getByText(text)).toHaveCount(1)
  const [sent] =
    await sql`select count(*)::int from public.messages where direction = 'in' and body = ${text}`
  expect(sent?.count).toBe(1)
  await sql.end()

  await page.goto(`${site}/portal/${token}`)
  await page.getByText('Ihre Daten', { exact: true }).click()
  const copy = page.getByRole('button', { name: 'Kopie meiner Daten verlangen' })
  await context.setOffline(true)
  await copy.click()
  await expect(unsent).toBeVisible()
  await context.setOffline(false)
  await copy.click()
  await expect(page.getByText('Sie haben eine Kopie Ihrer Daten verlangt', { exact: false })).toBeVisible()
})

test('what a link that ended has kept is forgotten at the next look', async ({ page }) => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const { id, token } = await book(sql, 36)
  await page.goto(`${site}/portal/${token}`)
  await expect.poll(() => keptPages(page)).toContain(`/portal/${token}`)
  await sql`update public.access_links set revoked_at = now() where reservation_id = ${id}`
  await sql.end()
  await page.getByRole('link', { name: 'Nachrichten' }).click()
  // The page that says so may come in between.
  await expect(async () => expect(await keptPages(page)).toEqual([])).toPass({ timeout: 20_000 })
})

/** The pages this phone keeps, without pictures and programs. */
function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const keys = (await caches.has('portal-1')) ? await (await caches.open('portal-1')).keys() : []
    const paths = keys.map(({ url }) => new URL(url).pathname)
    return paths.filter((path) => /^\/portal\/[^/]+(\/guide)?$/.test(path)).sort()
  })
}
