import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'

export interface Renter {
  firstName: string
  lastName: string
  email: string
}

/** `2026-12-03` in the company's time zone, some days from today. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Zurich' })
}

/** The field of a day: text with a mouse, once the page is alive; the system's picker on a phone. */
export async function dayField(page: Page, label: string) {
  const isFine = await page.evaluate(() => matchMedia('(pointer: fine)').matches)
  return page.getByLabel(label, { exact: true }).and(page.locator(isFine ? '[type=text]' : '[type=date]'))
}

/** Searches on a company's site and chooses a vehicle; ends on the extras. */
export async function chooseVehicle(page: Page, site: string, vehicle: string, from: string, to: string) {
  await page.goto(site)
  await (await dayField(page, 'Abholung')).fill(from)
  await (await dayField(page, 'Rückgabe')).fill(to)
  await page.getByRole('button', { name: 'Fahrzeuge zeigen' }).click()
  await page
    .getByRole('link', { name: new RegExp(`${vehicle} wählen`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Extras' })).toBeVisible()
  await expectAccessible(page, 'the extras')
}

/** Fills in who rents, consents and reserves; ends on Stripe's page. */
export async function enterDetails(page: Page, renter: Renter) {
  await page.getByRole('button', { name: 'Weiter zu Ihren Angaben' }).click()
  await page.getByLabel('Vorname').fill(renter.firstName)
  await page.getByLabel('Nachname').fill(renter.lastName)
  await page.getByLabel('E-Mail', { exact: true }).fill(renter.email)
  await page.getByLabel('Mobiltelefon').fill('079 123 45 67')
  await page.getByLabel('Geburtsdatum').fill('1988-06-15')
  await page.getByLabel('Strasse').fill('Seestrasse')
  await page.getByLabel('Nr.').fill('12')
  await page.getByLabel('PLZ').fill('8002')
  await page.getByLabel('Ort', { exact: true }).fill('Zürich')
  await page.getByLabel('Kategorie', { exact: true }).selectOption('B')
  await page.getByRole('checkbox', { name: /einverstanden/ }).check()
  await expectAccessible(page, 'the details')
  await page.getByRole('button', { name: /anzahlen/ }).click()
  await page.waitForURL(/\/c\/pay\//)
}

/** Pays on Stripe's page and waits until the booking's own page says it is confirmed. */
export async function payByCard(page: Page, card = '4242 4242 4242 4242') {
  await page.locator('[name=number]').fill(card)
  await page.getByTestId('pay').click()
  await page.waitForURL(/\/portal\/[0-9a-f]{64}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/bestätigt/i, { timeout: 30_000 })
  await expectAccessible(page, 'the booking')
}
