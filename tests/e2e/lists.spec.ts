import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { signInAsOwner } from './support/sign-in.ts'

/** The desk's lists and the way to any record, by keyboard alone. */
test.skip(({ isMobile }) => isMobile === true, 'has no keys')
test.beforeEach(({ context }) => signInAsOwner(context))

const atHand = (page: Page) => page.locator('tbody a[data-row]:focus')
/** Until the page is alive it hears no key. */
const press = (page: Page, key: string, heard: () => Promise<void>) =>
  expect(async () => {
    await page.keyboard.press(key)
    await heard()
  }).toPass()

test('J and K go from row to row, X selects, Enter opens beside the list, Esc closes', async ({ page }) => {
  await page.goto('/dashboard/customers')
  const names = await page.locator('tbody a[data-row]').allInnerTexts()
  await press(page, 'j', () => expect(atHand(page)).toHaveText(names[0] ?? '', { timeout: 1_000 }))
  await page.keyboard.press('j')
  await expect(atHand(page)).toHaveText(names[1] ?? '')
  await page.keyboard.press('k')
  await expect(atHand(page)).toHaveText(names[0] ?? '')
  await page.keyboard.press('x')
  await expect(page.getByRole('checkbox', { name: names[0] ?? '' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/open=/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/open=/)
})

test('a list that was narrowed is kept as a view, and is a file as it stands', async ({ page }) => {
  await page.goto('/dashboard/reservations?status=cancelled')
  const name = `Storniert ${crypto.randomUUID().slice(0, 8)}`
  await page.getByRole('button', { name: 'Ansicht speichern' }).click()
  await page.getByRole('dialog').locator('[name=name]').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Ansicht speichern' }).click()
  await page.goto('/dashboard/reservations')
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(/status=cancelled/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV exportieren' }).click(),
  ])
  const [header, ...rows] = readFileSync(await file.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  expect(header).toContain('Nummer')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toContain('Storniert')
})

test('a misspelt name and Enter lead to the customer; the question mark tells the keys', async ({ page }) => {
  await page.goto('/dashboard')
  const palette = page.getByRole('dialog')
  await press(page, 'Control+k', () => expect(palette).toBeVisible({ timeout: 1_000 }))
  await page.keyboard.type('annna huberr')
  await expect(palette.getByRole('option', { name: /Anna Huber/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Anna Huber')
  await press(page, '?', () =>
    expect(page.getByRole('dialog').getByText('Tastenkürzel')).toBeVisible({ timeout: 1_000 }),
  )
})
