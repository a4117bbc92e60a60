import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { book } from './support/bookings.ts'
import { chooseVehicle, dayFromToday } from './support/customer.ts'
import { signInAsOwner } from './support/sign-in.ts'

/** What people do between search and payment besides going straight on. */
const site = `http://alpenmobil.${process.env.APP_HOST}`
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })

test.afterAll(() => sql.end())
test.skip(({ isMobile }) => isMobile !== true, 'the same on every screen')

/** From the search to filled-in details; `email` is nobody else's. */
async function fillIn(page: Page, email: string, days: number) {
  await chooseVehicle(page, site, '', dayFromToday(days), dayFromToday(days + 2))
  await page.getByRole('button', { name: 'Weiter zu Ihren Angaben' }).click()
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

test('pressed twice, gone back from the payment page and pressed again, or done in a second tab, it is one booking', async ({
  page,
  context,
}) => {
  const email = `${crypto.randomUUID()}@example.ch`
  await fillIn(page, email, 44)
  await page.getByRole('checkbox', { name: /einverstanden/ }).check()
  const details = page.url()
  await page.getByRole('button', { name: /anzahlen/ }).dblclick()
  await page.waitForURL(/\/c\/pay\//)
  expect(await bookingsOf(email)).toBe(1)

  await page.goBack()
  await expect(page.getByRole('link', { name: 'Zu Ihrer Reservation' })).toBeVisible()
  await page.getByRole('link', { name: 'Zu Ihrer Reservation' }).click()
  await expect(page).toHaveURL(/\/portal\/[0-9a-f]{64}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Noch nicht bezahlt')

  const other = await context.newPage()
  await other.goto(details)
  await expect(other.locator('h1')).toBeVisible()
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
  const own = 'http://localhost:9977'
  const foreign = 'http://localhost:9978'
  await signInAsOwner(context)
  await page.goto('/dashboard/settings/website')
  const origins = page.getByLabel(/Website/).and(page.locator('textarea'))
  const known = await origins.inputValue()
  if (!known.includes(own)) {
    await origins.fill(`${known}\n${own}`.trim())
    await page.getByRole('button', { name: 'Speichern' }).click()
    await expect(page.getByText('Gespeichert')).toBeVisible()
  }
  const visitor = await browser.newContext()
  for (const origin of [own, foreign])
    await visitor.route(`${origin}/**`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<style>*{color:red!important;font-size:40px!important}</style><h1>Garage</h1><script async src="${site}/widget.js" data-lang="de"></script>`,
      }),
    )
  const shop = await visitor.newPage()
  await shop.goto(`${own}/`)
  const button = shop.frameLocator('iframe').getByRole('button', { name: 'Fahrzeuge zeigen' })
  await expect(button).toBeVisible()
  // Neither page's style reaches the other.
  expect(await button.evaluate((one) => getComputedStyle(one).fontSize)).not.toBe('40px')
  await button.click()
  await expect(shop).toHaveURL(new RegExp(`^${site}/search`))

  await shop.goto(`${foreign}/`)
  await expect(shop.locator('iframe')).toBeAttached()
  await expect(shop.frameLocator('iframe').getByRole('button', { name: 'Fahrzeuge zeigen' })).toHaveCount(0)
  await visitor.close()
})
