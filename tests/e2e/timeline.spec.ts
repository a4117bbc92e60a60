import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { signInAsOwner } from './support/sign-in.ts'

/** The fleet's calendar without a mouse, seen by two people at once. */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.afterAll(() => sql.end())
test.skip(({ isMobile }) => isMobile === true, 'a finger scrolls; changes are made on the reservation’s page')

interface Movable {
  id: string
  number: string
  endsAt: Date
}

/** Reservations of the coming days with a free day after them. */
async function movable(): Promise<Movable[]> {
  return sql<Movable[]>`
    select r.id, r.number, r.ends_at as "endsAt" from public.reservations r
    join public.companies c on c.id = r.company_id and c.slug = 'alpenmobil'
    join public.allocations a on a.company_id = r.company_id and a.source_id = r.id and a.active
    where r.status = 'confirmed' and r.vehicle_fixed and r.starts_at between now() + interval '2 days' and now() + interval '12 days' and not exists (
      select from public.allocations b where b.company_id = a.company_id and b.resource_id = a.resource_id and b.id <> a.id and b.active
        and b.period && tstzrange(upper(a.period), upper(a.period) + interval '1 day'))
    order by r.starts_at limit 4`
}

/** The board with the line of one reservation alone: until then the arrow keys would walk among lines that are about to go. */
async function open(page: Page, number: string) {
  await signInAsOwner(page.context())
  await page.goto('/dashboard/timeline')
  await expect(page.locator('[data-timeline]')).toHaveAttribute('aria-busy', 'false')
  await page.getByRole('searchbox').fill(number)
  await expect(page.locator('[data-line]')).toHaveCount(1)
}

const blockOf = (page: Page, number: string) => page.locator(`[data-block="${number.slice(2)}"]`)
const endIn = (page: Page, number: string) =>
  blockOf(page, number).evaluate((block) => (block as HTMLElement).offsetWidth)

/** Arrow keys until the block has the focus. */
async function focus(page: Page, number: string) {
  await page.locator('[data-timeline] [tabindex="0"]').focus()
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    for (let step = 0; step < 30; step++) {
      if (await blockOf(page, number).evaluateAll(([block]) => block === document.activeElement)) return
      await page.keyboard.press(key)
    }
  }
  throw new Error(`The arrow keys do not reach ${number}.`)
}

test('moved with the keyboard it is seen on another screen within two seconds, and undone', async ({
  page,
  browser,
}) => {
  const [booking] = await movable()
  if (!booking) throw new Error('The demo has no reservation to move.')
  const other = await (await browser.newContext()).newPage()
  await open(page, booking.number)
  await open(other, booking.number)
  await focus(other, booking.number)
  const before = await endIn(other, booking.number)
  await focus(page, booking.number)
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ändern', exact: true }).click()
  await expect(page.getByText(`${booking.number} geändert`)).toBeVisible()
  await expect
    .poll(() => endIn(other, booking.number), { timeout: 2_000, intervals: [100] })
    .toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(() => endIn(other, booking.number), { timeout: 4_000, intervals: [100] }).toBe(before)
  await other.context().close()
})

test('what somebody else changed meanwhile is said, and the block goes back', async ({ page }) => {
  const [, booking] = await movable()
  if (!booking) throw new Error('The demo has no second reservation to move.')
  await open(page, booking.number)
  await focus(page, booking.number)
  const before = await endIn(page, booking.number)
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  const change = page.getByRole('button', { name: 'Ändern', exact: true })
  await expect(change).toBeEnabled()
  await sql`update public.reservations set notes = concat_ws(' ', notes, 'Kommt später.') where id = ${booking.id}`
  await change.click()
  await expect(page.getByText('Inzwischen hat das jemand geändert')).toBeVisible()
  await expect(page.getByText(/Notiz/)).toBeVisible()
  await expect.poll(() => endIn(page, booking.number)).toBe(before)
})

test('zooming keeps the middle of what is seen, and Today leads to today from wherever one is', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signInAsOwner(page.context())
  await page.goto('/dashboard/timeline?zoom=month&group=category')
  const choose = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const line = page.locator('[data-now]').first()
  await expect(line).toBeInViewport()
  await choose('Heute')
  for (const zoom of ['Woche', 'Tag']) {
    await choose(zoom)
    await expect(page.getByRole('button', { name: zoom, exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect(line).toBeInViewport()
  }
  for (let step = 0; step < 3; step++) await choose('Später')
  await expect(line).not.toBeInViewport()
  await choose('Heute')
  await expect(line).toBeInViewport()
})
