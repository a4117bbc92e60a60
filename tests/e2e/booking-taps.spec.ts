import { expect, type Locator, test } from '@playwright/test'

const site = `http://alpenmobil.${process.env.APP_HOST}`
const most = 12
/** What a phone fills in by itself after one tap on what it offers; `autocomplete` names it for each field. */
const card = '4242 4242 4242 4242'
const known: Record<string, string> = {
  'given-name': 'Mira',
  'family-name': 'Ammann',
  email: 'mira.ammann@example.ch',
  tel: '+41792223344',
  'address-line1': 'Seestrasse 12',
  'postal-code': '8002',
  'address-level2': 'Zürich',
}

test.skip(({ isMobile }) => isMobile !== true, 'happens on phones')

test(`from the landing page to the paid deposit takes at most ${most} interactions`, async ({ page }) => {
  let count = 0
  const tap = async (target: Locator) => {
    count += 1
    await target.tap()
  }
  const enter = async (target: Locator, value: string) => {
    count += 1
    await target.fill(value)
  }
  await page.goto(site)
  await tap(page.getByRole('button', { name: 'Fahrzeuge zeigen' }))
  await tap(page.getByRole('link', { name: / wählen$/ }).first())
  await tap(page.getByRole('button', { name: 'Weiter zu Ihren Angaben' }))

  await expect(page.getByRole('heading', { name: 'Ihre Angaben' })).toBeVisible()
  count += 1
  for (const [name, value] of Object.entries(known))
    await page.locator(`input[autocomplete="${name}"]`).fill(value)
  await enter(page.getByLabel('Geburtsdatum'), '1988-06-15')
  count += 1
  await page.getByLabel('Kategorie', { exact: true }).selectOption('B')
  await tap(page.getByRole('checkbox', { name: /einverstanden/ }))
  await tap(page.getByRole('button', { name: /anzahlen/ }))

  await page.waitForURL(/\/c\/pay\//)
  await enter(page.locator('[name=number]'), card)
  await tap(page.getByTestId('pay'))
  await page.waitForURL(/\/portal\/[0-9a-f]{64}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/bestätigt/i, { timeout: 30_000 })
  test.info().annotations.push({ type: 'interactions', description: String(count) })
  expect(count).toBeLessThanOrEqual(most)
})
