import { expect, type Page } from '@playwright/test'

/** The open dialog; one that asks for confirmation is an alert dialog. */
const dialogOf = (page: Page) => page.locator('[role=dialog], [role=alertdialog]')

/** Opens the page of a record in the list on the screen; a click would open it beside the list where there is room. */
export async function openRecord(page: Page, name: RegExp) {
  const link = page.getByRole('link', { name }).first()
  await page.goto((await link.getAttribute('href')) ?? '')
}

/** Issues the invoice of the returned contract that is open on the screen; ends on the invoice. */
export async function issueInvoice(page: Page) {
  await page.getByRole('button', { name: 'Rechnung ausstellen' }).first().click()
  await dialogOf(page).getByRole('button', { name: 'Rechnung ausstellen' }).click()
  const invoice = page.getByRole('link', { name: /F-\d{4}-00001/ }).first()
  await expect(invoice).toBeVisible()
}

/** Keeps CHF 100 of the deposit on the card for the invoice and releases the rest. */
export async function resolveDeposit(page: Page) {
  await page.getByRole('button', { name: 'Kaution abrechnen' }).first().click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Behalten').fill('100.00')
  await dialog.getByRole('button', { name: /einziehen/ }).click()
  await expect(page.getByText('Einbehalten')).toBeVisible()
}

/** Records the whole open amount as a bank transfer; the invoice is paid. */
export async function recordPayment(page: Page) {
  await page
    .getByRole('link', { name: /F-\d{4}-00001/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Zahlung erfassen' }).first().click()
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: /erfassen/ }).click()
  await expect(dialog).toBeHidden()
  // What was kept of the deposit counts once the card's company has confirmed it.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Bezahlt', { exact: true }).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
}

/** The sealed PDF of the invoice on the screen. */
export async function openInvoicePdf(page: Page) {
  const link = page.getByRole('link', { name: 'PDF öffnen' })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
  expect(answer.status()).toBe(200)
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
}

/** Closes the contract that is open on the screen. */
export async function closeContract(page: Page) {
  await page.getByRole('button', { name: 'Miete abschliessen' }).first().click()
  await dialogOf(page).getByRole('button', { name: 'Miete abschliessen' }).click()
  await expect(page.getByText('Abgeschlossen').first()).toBeVisible()
}
