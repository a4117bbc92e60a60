import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { book } from './support/bookings.ts'
import { chooseVehicle, dayFromToday } from './support/customer.ts'
import { signInAsOwner } from './support/sign-in.ts'

/** What people do between search and payment besides going straight on. */
const site = `http://alpenmobil.${process.env.APP_HOST}`
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })

const servers: Server[] = []

test.afterAll(async () => {
  for (const server of servers) server.close()
  await sql.end()
})
test.skip(({ isMobile }) => isMobile !== true, 'the same on every screen')

/** From the search to filled-in details; `email` is nobody else's. */
async function fillIn(page: Page, email: string, days: number) {
  await chooseVehicle(page, site, '', dayFromToday(days), dayFromToday(days + 2))
  await page.getByRole('button', { name: 'Weiter zu Ihren Angaben' }).click()
  await enterDetails(page, email)
}

async function enterDetails(page: Page, email: string) {
  for (const [name, value] of Object.entries({
    'given-name': 'Nora',
    'family-name': 'Keller',
    email,
    tel: '+41792223344',
    'address-line1': 'Seestrasse 1',
    'postal-code': '8002',
    'address-level2': 'Zürich',
  }))
    await page.locator(`input[autocomplete="${name}"]`).fill(value)
  await page.getByLabel('Geburtsdatum').fill('1988-06-15')
  await page.getByLabel('Kategorie', { exact: true }).selectOption('B')
}
const bookingsOf = async (email: string) => {
  const [row] = await sql`
    select count(*)::int as made from public.reservations r join public.customers c on c.id = r.customer_id where c.email = ${email}`
  return row?.made as number
}

test('another language midway keeps the vehicle, the days and what was typed', async ({ page }) => {
  await fillIn(page, `${crypto.randomUUID()}@example.ch`, 41)
  const address = page.url()
  await page.getByRole('button', { name: /^fr/ }).click()
  await expect(page.getByRole('heading', { name: 'Vos coordonnées' })).toBeVisible()
  expect(page.url()).toBe(address)
  await expect(page.locator('input[autocomplete="given-name"]')).toHaveValue('Nora')
  await expect(page.getByLabel('Date de naissance')).toHaveValue('1988-06-15')
  await page.reload()
  await expect(page.locator('input[autocomplete="family-name"]')).toHaveValue('Keller')
})

test('a page opened in one language by its address is left in another', async ({ page }) => {
  await page.goto(`${site}/?lang=fr`)
  await expect(page.getByRole('heading', { level: 2, name: 'Nos véhicules' })).toBeVisible()
  await page.getByRole('button', { name: /^it/ }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'I nostri veicoli' })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', /^it/)
})

test('pressed twice, gone back from the payment page and pressed again, or done in a second tab, it is one booking', async ({
  page,
  context,
}) => {
  const email = `${crypto.randomUUID()}@example.ch`
  await fillIn(page, email, 44)
  await page.getByRole('checkbox', { name: /einverstanden/ }).check()
  const second = await context.newPage()
  await second.goto(page.url())
  await enterDetails(second, email)
  await second.getByRole('checkbox', { name: /einverstanden/ }).check()
  await page.getByRole('button', { name: /anzahlen/ }).dblclick()
  await page.waitForURL(/\/c\/pay\//)
  expect(await bookingsOf(email)).toBe(1)

  await page.goBack()
  await expect(page.getByRole('link', { name: 'Zu Ihrer Reservation' })).toBeVisible()
  await page.getByRole('link', { name: 'Zu Ihrer Reservation' }).click()
  await expect(page).toHaveURL(/\/portal\/[0-9a-f]{64}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Noch nicht bezahlt')

  await second.getByRole('button', { name: /anzahlen/ }).click()
  await expect(second.getByText('Dieses Fahrzeug wurde soeben vergeben')).toBeVisible()
  expect(await bookingsOf(email)).toBe(1)
})

test('who pays on a page left open past the hold gets the vehicle while it is free, and is told what holds meanwhile', async ({
  page,
}) => {
  const { id, token, checkoutUrl } = await book(sql, 37)
  await page.goto(checkoutUrl)
  await sql`update public.allocations set expires_at = now() - interval '1 minute' where source_id = ${id}`
  const other = await page.context().newPage()
  await other.goto(`${site}/portal/${token}`)
  await expect(other.getByRole('heading', { level: 1 })).toContainText('abgelaufen')
  await page.locator('[name=number]').fill('4242 4242 4242 4242')
  await page.getByTestId('pay').click()
  await page.waitForURL(/\/portal\/[0-9a-f]{64}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/bestätigt/i, { timeout: 30_000 })
})

test('the widget stands on the web sites the company names, and on no other', async ({
  page,
  context,
  browser,
}) => {
  const [own, foreign] = [await garage(), await garage()]
  await signInAsOwner(context)
  await page.goto('/dashboard/settings/website')
  const origins = page.getByLabel(/Website/).and(page.locator('textarea'))
  // What is filled in before the page is alive is added to what stands there: then once more.
  await expect(async () => {
    await origins.fill(own)
    await page.getByRole('button', { name: 'Speichern' }).click()
    await expect(page.getByText('Gespeichert')).toBeVisible({ timeout: 3_000 })
  }).toPass()
  const visitor = await browser.newContext()
  const shop = await visitor.newPage()
  await shop.goto(`${own}/`)
  const button = shop.frameLocator('iframe').getByRole('button', { name: 'Fahrzeuge zeigen' })
  await expect(button).toBeVisible()
  await expect(shop.locator('iframe')).toHaveCSS('opacity', '1')
  // Neither page's style reaches the other.
  expect(await button.evaluate((one) => getComputedStyle(one).fontSize)).not.toBe('40px')
  await button.click()
  await expect(shop).toHaveURL(new RegExp(`^${site}/search`))

  await shop.goto(`${foreign}/`)
  // The browser's own error in it is not seen.
  await expect(shop.locator('iframe')).toHaveCSS('opacity', '0')
  await expect(shop.frameLocator('iframe').getByRole('button', { name: 'Fahrzeuge zeigen' })).toHaveCount(0)
  await visitor.close()
})

/** A web site of its own that puts the widget onto a page with a heavy hand; its origin. */
async function garage(): Promise<string> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end(
      `<style>*{font-size:40px!important}</style><h1>Garage</h1><script async src="${site}/widget.js" data-lang="de"></script>`,
    )
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, listening))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}
