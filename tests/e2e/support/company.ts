import path from 'node:path'
import { expect, type Page } from '@playwright/test'

/** A company of the test's own, so that tests do not meet. */
export interface Company {
  slug: string
  name: string
  site: string
  owner: string
}

/** An owner signs up; ends in the dashboard of the new company. */
export async function signUp(page: Page): Promise<Company> {
  const slug = `test-${crypto.randomUUID().slice(0, 8)}`
  const company = {
    slug,
    name: `Seegarage ${slug}`,
    site: `http://${slug}.${process.env.APP_HOST}`,
    owner: `owner@${slug}.test`,
  }
  await page.goto('/signup')
  await page.getByLabel('Vor- und Nachname').fill('Ursina Caduff')
  await page.getByLabel('E-Mail-Adresse').fill(company.owner)
  await page.getByLabel('Passwort').fill('ein ganzer Satz ist gut')
  await page.getByLabel('Name der Firma').fill(company.name)
  await page.getByLabel('Adresse Ihrer Buchungsseite').fill(slug)
  await page.getByRole('button', { name: 'Firma eröffnen' }).click()
  await page.waitForURL('**/dashboard')
  return company
}

const data = path.join(import.meta.dirname, '../../../infrastructure/local/demo-data')

/** Imports the demo's forty vehicles through the preview. */
export async function importFleet(page: Page) {
  await page.goto('/dashboard/fleet/import')
  await page.locator('input[type=file]').setInputFiles(path.join(data, 'fleet-zurich.csv'))
  await page.getByRole('button', { name: '40 Fahrzeuge importieren' }).click()
  await expect(page.getByText('40 Fahrzeuge sind in Ihrer Flotte')).toBeVisible()
}

/** Connects the company's account at Stripe, so that customers can pay by card. */
export async function connectStripe(page: Page) {
  await page.goto('/dashboard/settings/payments')
  await page.getByRole('button', { name: 'Mit Stripe verbinden' }).click()
  await page.getByTestId('finish').click()
  await expect(page.getByText('Karten und TWINT sind bereit')).toBeVisible()
}

/** Sets what the booking site, a first rental and its invoice need: addresses, a QR-IBAN and rental terms. */
export async function completeSettings(page: Page) {
  await page.goto('/dashboard/settings')
  await fillAddress(page)
  await page.getByLabel('UID-Nummer').fill('CHE-123.456.788')
  await page.getByLabel('IBAN').fill('CH44 3199 9123 0008 8901 2')
  await page.getByRole('button', { name: 'Speichern' }).first().click()
  await expect(page.getByText('Gespeichert').first()).toBeVisible()
  await page.goto('/dashboard/settings/terms')
  await page
    .locator('[name=de]')
    .fill('Wer fährt, hat einen gültigen Führerausweis. Rückgabe mit vollem Tank.')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.getByText('Gespeichert').first()).toBeVisible()
  await page.goto('/dashboard/settings/locations')
  await page.getByRole('button', { name: 'Ändern' }).first().click()
  await fillAddress(page)
  await page.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.getByText('Gespeichert').first()).toBeVisible()
}

async function fillAddress(page: Page) {
  await page.getByLabel('Strasse').fill('Seestrasse')
  await page.getByLabel('Nr.').fill('12')
  await page.getByLabel('PLZ').fill('8002')
  // Beside it stands whether it may be left out.
  await page.getByLabel(/^Ort(\s*freiwillig)?$/).fill('Zürich')
}
