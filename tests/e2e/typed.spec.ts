import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { signInAsOwner } from './support/sign-in.ts'

/** What was typed into a dialog is thrown away by nobody's slip. */
test.skip(({ isMobile }) => isMobile === true, 'the same on every screen')
test.beforeEach(({ context }) => signInAsOwner(context))

test('a press beside a dialog closes it while nothing was typed, and not afterwards; Escape always does', async ({
  page,
}) => {
  await page.goto('/dashboard/customers')
  // The page of a customer, not the panel beside the list.
  const customer = page.locator('main tbody tr a').first()
  await page.goto((await customer.getAttribute('href')) ?? '')
  const open = page.getByRole('button', { name: 'Notiz schreiben', exact: true })
  const dialog = page.getByRole('dialog').filter({ has: page.locator('textarea') })
  const beside = { position: { x: 5, y: 5 } }

  await open.click()
  await expect(dialog).toBeVisible()
  await page.locator('html').click(beside)
  await expect(dialog).toBeHidden()

  await open.click()
  await dialog.locator('textarea').fill('Ruft am Montag an')
  await page.locator('html').click(beside)
  await expect(dialog.locator('textarea')).toHaveValue('Ruft am Montag an')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await open.click()
  await expect(dialog).toBeVisible()
  await page.locator('html').click(beside)
  await expect(dialog).toBeHidden()
})

test('a credit is asked for once while its dialog stands open, and anew when it is opened again', async ({
  page,
}) => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const [invoice] = await sql`
    select i.id from public.invoices i join public.companies c on c.id = i.company_id
    where c.slug = 'alpenmobil' and i.status in ('open', 'overdue') limit 1`
  await sql.end()
  await page.goto(`/dashboard/invoices/${invoice?.id}`)
  const open = page.getByRole('button', { name: 'Gutschrift', exact: true })
  const key = page.locator('input[name="idempotencyKey"]')

  await open.click()
  const first = await key.inputValue()
  await page.keyboard.press('Escape')
  await expect(key).toHaveCount(0)
  await open.click()
  expect(await key.inputValue()).not.toBe(first)
})
