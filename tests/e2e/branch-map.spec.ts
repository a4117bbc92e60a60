import { expect, type Page, test } from '@playwright/test'
import { signInAsOwner } from './support/sign-in.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`

test.skip(({ isMobile }) => isMobile === true, 'changes a place that the other project reads')

/** What the map says of itself, once it has been drawn. */
async function mapOf(page: Page): Promise<string> {
  await page.goto(site)
  const map = page.locator('picture img[src^="/map"]')
  await map.scrollIntoViewIfNeeded()
  await expect.poll(() => map.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500)
  return `${await map.getAttribute('alt')} ${await map.getAttribute('src')}`
}

/** Fills the place's form in and sends it off. */
async function sendPlace(page: Page, fields: Record<string, string>) {
  await page.goto('/dashboard/settings/locations')
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Winterthur' }) })
  await card.getByRole('button', { name: 'Ändern' }).click()
  const dialog = page.getByRole('dialog')
  for (const [name, value] of Object.entries(fields)) await dialog.locator(`[name=${name}]`).fill(value)
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  return dialog
}

async function savePlace(page: Page, fields: Record<string, string>) {
  await expect(await sendPlace(page, fields)).toBeHidden()
}

/** The work behind it is done by a timer. */
const shortly = { timeout: 20_000 }

test('the site shows its branches on a map that follows their addresses, or the point that the company gives', async ({
  page,
  context,
}) => {
  await signInAsOwner(context)
  await expect.poll(() => mapOf(page), shortly).toMatch(/1 Flughafen ZRH, 2 Winterthur, 3 Zürich HB/)
  const before = await mapOf(page)

  await savePlace(page, { street: 'Nirgendsweg' })
  await expect.poll(() => mapOf(page), shortly).toMatch(/1 Flughafen ZRH, 2 Zürich HB/)

  const asked = await sendPlace(page, { point: 'am Bahnhof' })
  await expect(asked.locator('[name=point]')).toHaveAttribute('aria-invalid', 'true')

  await savePlace(page, { point: '47.5003, 8.7240' })
  await expect.poll(() => mapOf(page), shortly).toMatch(/2 Winterthur/)
  await expect(page.getByRole('link', { name: /Karte.*Winterthur/ })).toHaveAttribute('href', /mlat=47\.5003/)

  await savePlace(page, { street: 'Technikumstrasse', point: '' })
  await expect.poll(() => mapOf(page), shortly).toBe(before)
})
