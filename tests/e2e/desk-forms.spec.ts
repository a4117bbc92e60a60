import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { signInAsOwner } from './support/sign-in.ts'

/** What happens to a form of the desk besides being filled in and sent. */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })

test.afterAll(() => sql.end())
test.beforeEach(({ context }) => signInAsOwner(context))

test('what was typed stands where no answer came, and where somebody was logged out meanwhile', async ({
  page,
  context,
}) => {
  const name = `Frei ${randomUUID()}`
  const send = page.getByRole('button', { name: 'Erfassen' })
  const said = page.locator('main').getByRole('alert')
  await page.goto('/dashboard/customers/new')
  await page.getByLabel('Nachname').fill(name)
  await context.setOffline(true)
  await send.click()
  await expect(said).toContainText('nicht erreichbar')
  await expect(page.getByLabel('Nachname')).toHaveValue(name)

  await context.setOffline(false)
  await context.clearCookies()
  await send.click()
  await expect(said.getByRole('link', { name: /anmelden|Log in/ })).toHaveAttribute('target', '_blank')
  await expect(page.getByLabel('Nachname')).toHaveValue(name)

  await signInAsOwner(context)
  await send.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
})

test('pressed twice, somebody is entered once', async ({ page }) => {
  const name = `Roth ${randomUUID()}`
  await page.goto('/dashboard/customers/new')
  await page.getByLabel('Nachname').fill(name)
  await page.getByRole('button', { name: 'Erfassen' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  const [row] = await sql`select count(*)::int as entered from public.customers where last_name = ${name}`
  expect(row?.entered).toBe(1)
})
