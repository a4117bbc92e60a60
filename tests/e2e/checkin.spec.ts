import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { expectAccessible } from './support/axe.ts'
import { book, pay } from './support/bookings.ts'
import { signInAsOwner } from './support/sign-in.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`

test.skip(({ isMobile }) => isMobile !== true, 'filled in on phones')

test('what was typed just before leaving has arrived, and what was typed without network arrives later', async ({
  page,
  context,
}) => {
  const checkin = `${site}/portal/${await paid(42)}/checkin`
  await page.goto(checkin)
  await expect(page.getByRole('heading', { level: 1, name: 'Vor Ihrer Abholung' })).toBeVisible()
  const wishes = page.getByLabel('Was sollen wir noch wissen?')
  await wishes.fill('Kindersitz')
  await page.getByRole('link', { name: 'Nachrichten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nachrichten' })).toBeVisible()
  await page.goBack()
  await expect(wishes).toHaveValue('Kindersitz')
  await wishes.fill('Zwei Kindersitze')
  await page.reload()
  await expect(wishes).toHaveValue('Zwei Kindersitze')

  await context.setOffline(true)
  await wishes.fill('Drei Kindersitze')
  await expect(page.getByText('Noch nicht gespeichert', { exact: false })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible()
  await page.reload()
  await expect(wishes).toHaveValue('Drei Kindersitze')
})

test('finishing with something missing keeps what was typed, and marks what is missing', async ({ page }) => {
  await page.goto(`${site}/portal/${await paid(43)}/checkin`)
  const wishes = page.getByLabel('Was sollen wir noch wissen?')
  await wishes.fill('Kindersitz')
  await page.getByRole('button', { name: 'Check-in abschliessen' }).click()
  await expect(page.getByText('Fehlt noch.').first()).toBeVisible()
  await expect(page.getByText('Bitte prüfen Sie die markierten Antworten.')).toBeVisible()
  await expectAccessible(page, 'a check-in with something missing')
  await page.reload()
  await expect(wishes).toHaveValue('Kindersitz')
})

test('a required signature is given by keyboard, and counts with the form', async ({ page }) => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const token = await paid(44)
  const sign = [{ key: 'sign', kind: 'signature', labels: { de: 'Unterschrift' }, required: true }]
  await sql`
    with form as (insert into public.forms (company_id, names, category_ids)
      select r.company_id, '{"de": "Unterschreiben"}', array[r.category_id] from public.access_links l
      join public.reservations r on r.company_id = l.company_id and r.id = l.reservation_id
      where l.token_hash = private.token_hash(${token}) returning company_id, id)
    insert into public.form_versions (company_id, form_id, version, fields)
    select company_id, id, 1, ${sql.json(sign)} from form`
  await page.goto(`${site}/portal/${token}/checkin`)
  await page.getByLabel('Oder tippen Sie Ihren Namen', { exact: false }).focus()
  await page.keyboard.type('Nora Keller')
  await page.getByRole('button', { name: 'Check-in abschliessen' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ihr Check-in ist abgeschlossen', { exact: false })).toBeVisible()
  await sql`update public.forms set active = false where names ->> 'de' = 'Unterschreiben'`
  await sql.end()
})

test('a form that is being written is not left without a question', async ({ page, context }) => {
  await signInAsOwner(context)
  await page.goto('/dashboard/settings/checkin')
  await page.getByRole('link', { name: 'Neues Formular' }).click()
  const name = page.getByLabel('Name', { exact: true })
  // Browsers ask only on behalf of those who have touched the page.
  await name.click()
  await name.fill('Winter')
  const asked: string[] = []
  let stays = true
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return stays ? dialog.dismiss() : dialog.accept()
  })
  await page.getByRole('link', { name: 'Alle Formulare' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(name).toHaveValue('Winter')

  const goBack = () => page.evaluate(() => window.history.back())
  await goBack()
  await expect.poll(() => asked).toHaveLength(2)
  await expect(page).toHaveURL(/\/settings\/checkin\/new$/)
  await expect(name).toHaveValue('Winter')

  stays = false
  await goBack()
  await expect(page).toHaveURL(/\/settings\/checkin$/)
  await expect(page.getByRole('link', { name: 'Neues Formular' })).toBeVisible()
  expect(asked).toEqual(['beforeunload', 'beforeunload', 'beforeunload'])
})

/** The private link of a booking that is paid: its check-in is open. */
async function paid(nth: number): Promise<string> {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const booking = await book(sql, nth)
  await pay(booking)
  await expect
    .poll(async () => (await sql`select status from public.reservations where id = ${booking.id}`)[0]?.status)
    .toBe('confirmed')
  await sql.end()
  return booking.token
}
