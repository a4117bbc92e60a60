import { expect, test } from '@playwright/test'

const host = process.env.APP_HOST
const site = `http://alpenmobil.${host}`

test.use({ javaScriptEnabled: false })

for (const [what, address, heading] of [
  ['an address of the product', `http://${host}/no-such-page`, 'Diese Seite gibt es nicht'],
  ['a company', `http://nobody-${Date.now()}.${host}/search`, 'Unter dieser Adresse gibt es niemanden'],
  ['a page of a company’s site', `${site}/no-such-page`, 'Diese Seite gibt es nicht'],
  ['a booking', `${site}/portal/${'0'.repeat(64)}`, 'Diese Seite gibt es nicht'],
] as const) {
  test(`${what} that does not exist is told without JavaScript`, async ({ page }) => {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('h1')).toHaveText(heading)
    if (address.startsWith(site))
      await expect(
        page.getByRole('banner').getByRole('link', { name: 'Alpenmobil', exact: true }),
      ).toBeVisible()
  })
}
