import { expect, type Page, test } from '@playwright/test'
import { dayFromToday } from './support/customer.ts'
import { signInAsOwner } from './support/sign-in.ts'

/** Forms of the desk with somebody who hesitates, errs and looks elsewhere in between. */
test.beforeEach(({ context }) => signInAsOwner(context))

const offers = (page: Page, days: number) =>
  page.goto(`/dashboard/reservations/new?from=${dayFromToday(days)}T10:00&to=${dayFromToday(days + 2)}T10:00`)
/** Takes one of the free vehicles; with a phone as well as with a mouse. */
const takeOffer = (page: Page, nth: number) =>
  page.getByRole('link', { name: 'Wählen', exact: true }).nth(nth).click()
const reserve = (page: Page) => page.getByRole('button', { name: 'Reservieren' }).last().click()

test('who is typed in stays while another vehicle or another customer is looked for', async ({ page }) => {
  await offers(page, 60)
  await takeOffer(page, 0)
  // Where the page is not alive yet, a tab does nothing.
  await expect(async () => {
    await page.getByRole('tab', { name: 'Neu' }).click()
    await expect(page.getByLabel('Nachname')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await reserve(page)
  await expect(page.locator('#field-lastName-note')).toHaveText('Fehlt noch.')
  await page.getByLabel('Nachname').fill('עבד אל-לטיף')
  await page.getByLabel('Notiz').fill('Kommt mit dem Hund')
  await page.getByRole('tab', { name: 'Bekannt' }).click()
  await page.getByRole('tab', { name: 'Neu' }).click()
  await expect(page.getByLabel('Nachname')).toHaveValue('עבד אל-לטיף')
  await page.getByRole('link', { name: 'Anderes Fahrzeug' }).click()
  await takeOffer(page, 1)
  await expect(page.getByLabel('Nachname')).toHaveValue('עבד אל-לטיף')
  await expect(page.getByLabel('Notiz')).toHaveValue('Kommt mit dem Hund')
})

test('a new field of customers begins as text, whatever the last one was going to be', async ({ page }) => {
  await page.goto('/dashboard/settings/customer-fields')
  const add = page.getByRole('button', { name: 'Feld hinzufügen' })
  await add.click()
  await page.getByRole('dialog').locator('[name=kind]').selectOption('choice')
  await expect(page.getByRole('dialog').locator('[name=choices]')).toBeVisible()
  await page.keyboard.press('Escape')
  await add.click()
  await expect(page.getByRole('dialog').locator('[name=kind]')).toHaveValue('text')
  await expect(page.getByRole('dialog').locator('[name=choices]')).toHaveCount(0)
})

test('a vehicle’s category is one of those there are, until a new one is asked for', async ({ page }) => {
  await page.goto('/dashboard/fleet/new')
  const category = page.getByLabel('Kategorie', { exact: true })
  await category.selectOption({ label: 'Kompakt' })
  await expect(page.locator('[name=category]')).toHaveCount(1)
  await category.selectOption({ label: 'Neue Kategorie …' })
  await expect(page.getByLabel('Name der neuen Kategorie')).toBeFocused()
  await page.getByRole('button', { name: 'Fahrzeug aufnehmen' }).click()
  await expect(page.locator('#field-category-note')).toHaveText('Fehlt noch.')
})

test('a word that is too long for a tag is said at the tags', async ({ page }) => {
  await page.goto('/dashboard/customers/new')
  await page.getByLabel('Nachname').fill('Muster')
  await page.getByLabel('Stichwörter').fill(`Stamm, ${'x'.repeat(41)}`)
  await page.getByRole('button', { name: 'Erfassen', exact: true }).click()
  await expect(page.locator('#field-tags-note')).toHaveText('Höchstens 40 Zeichen.')
  await expect(page.getByLabel('Stichwörter')).toHaveValue(`Stamm, ${'x'.repeat(41)}`)
})
