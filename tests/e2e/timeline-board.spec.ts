import { setTimeout as sleep } from 'node:timers/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { bookNeighbours, type Neighbour } from './support/neighbours.ts'
import { signInAsOwner } from './support/sign-in.ts'

/** The fleet's calendar under a mouse, and under a finger. */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.afterAll(() => sql.end())

/** How wide a day is where a month is shown. */
const DAY_PX = 40

const board = (page: Page) => page.locator('[data-timeline]')
const blockOf = (page: Page, { number }: Neighbour) => page.locator(`[data-block="${number.slice(2)}"]`)
const inLineOf = (page: Page, { vehicleId }: Neighbour, one: Neighbour) =>
  page.locator(`[data-line="${vehicleId}"]`).locator(blockOf(page, one))

async function open(page: Page, view = '?zoom=month&group=category') {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signInAsOwner(page.context())
  await page.goto(`/dashboard/timeline${view}`)
  await expect(board(page)).toHaveAttribute('aria-busy', 'false')
}

/** Finds what is weeks ahead by its customer, and goes there. */
async function lookFor(page: Page, customer: string, one: Neighbour) {
  await page.getByRole('searchbox').fill(customer)
  await page.getByRole('button').filter({ hasText: customer }).first().click()
  await expect(blockOf(page, one)).toBeInViewport({ ratio: 1 })
  // The line with the matches goes as soon as nothing is out of sight, and the board moves up.
  await expect(page.getByRole('button').filter({ hasText: customer })).toHaveCount(0)
}

/** Where a part of a block is on the screen. */
async function pointOf(block: Locator, part: 'middle' | 'end') {
  const box = await block.boundingBox()
  if (!box) throw new Error('The block is not on the screen.')
  return { x: part === 'end' ? box.x + box.width - 2 : box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 3 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 })
  await page.mouse.up()
}

const periodOf = async ({ number }: Neighbour) => {
  const [row] = await sql<{ starts: Date; ends: Date }[]>`
    select starts_at as starts, ends_at as ends from public.reservations r
    join public.companies c on c.id = r.company_id and c.slug = 'alpenmobil' where r.number = ${number}`
  return { starts: row?.starts.getTime() ?? 0, ends: row?.ends.getTime() ?? 0 }
}
const DAY = 86_400_000

test.describe('with a mouse', () => {
  test.skip(
    ({ isMobile }) => isMobile === true,
    'a finger scrolls; changes are made on the reservation’s page',
  )

  test('a block is dragged to another day, its end to another, and two change places', async ({ page }) => {
    const { customer, both } = await bookNeighbours(sql)
    const [one, other] = both
    const before = await periodOf(one)
    await open(page)
    await lookFor(page, customer, one)
    const change = page.getByRole('button', { name: 'Ändern', exact: true })

    await drag(page, await pointOf(blockOf(page, one), 'middle'), { x: 2 * DAY_PX, y: 0 })
    await change.click()
    await expect(page.getByText(`${one.number} geändert`)).toBeVisible()
    expect(await periodOf(one)).toEqual({ starts: before.starts + 2 * DAY, ends: before.ends + 2 * DAY })

    await drag(page, await pointOf(blockOf(page, one), 'end'), { x: DAY_PX, y: 0 })
    await change.click()
    await expect
      .poll(() => periodOf(one))
      .toEqual({ starts: before.starts + 2 * DAY, ends: before.ends + 3 * DAY })

    const [from, to] = [
      await pointOf(blockOf(page, one), 'middle'),
      await pointOf(blockOf(page, other), 'middle'),
    ]
    await drag(page, from, { x: 0, y: to.y - from.y })
    await page.getByRole('button', { name: `Mit ${other.number} tauschen` }).click()
    await page.getByRole('button', { name: 'Tauschen', exact: true }).click()
    await expect(inLineOf(page, other, one)).toBeVisible()
    await expect(inLineOf(page, one, other)).toBeVisible()
    await expect(page.getByText(/geändert/).last()).toBeVisible()
  })

  test('a change made while the one before is on its way starts from that one', async ({ page }) => {
    const { customer, both } = await bookNeighbours(sql)
    const [one] = both
    const before = await periodOf(one)
    await open(page)
    await lookFor(page, customer, one)
    const change = page.getByRole('button', { name: 'Ändern', exact: true })
    await drag(page, await pointOf(blockOf(page, one), 'end'), { x: DAY_PX, y: 0 })
    await expect(change).toBeEnabled()
    // The answer takes its time; the board shows the change ahead of it.
    await page.route('**/dashboard/timeline**', async (route) => {
      const response = await route.fetch()
      await sleep(1_500)
      await route.fulfill({ response })
    })
    await change.click()
    await expect.poll(() => periodOf(one)).toEqual({ starts: before.starts, ends: before.ends + DAY })
    await drag(page, await pointOf(blockOf(page, one), 'end'), { x: DAY_PX, y: 0 })
    await change.click()
    await expect.poll(() => periodOf(one)).toEqual({ starts: before.starts, ends: before.ends + 2 * DAY })
    await page.unrouteAll({ behavior: 'wait' })
  })

  test('what is refused stays where it was', async ({ page }) => {
    const { customer, both } = await bookNeighbours(sql)
    const [one, other] = both
    await open(page)
    await lookFor(page, customer, one)
    const [from, to] = [
      await pointOf(blockOf(page, one), 'middle'),
      await pointOf(blockOf(page, other), 'middle'),
    ]
    await drag(page, from, { x: 0, y: to.y - from.y })
    await expect(page.getByText('Dieser Platz ist besetzt')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ändern', exact: true })).toBeDisabled()
    await page.getByRole('button', { name: 'Lassen, wie es war' }).click()
    await expect(inLineOf(page, one, one)).toBeVisible()
  })

  test('the arrow keys keep the block that has the focus in sight, beside the names and below the days', async ({
    page,
  }) => {
    await open(page, '?zoom=week&group=location')
    await page.getByRole('button', { name: 'Später' }).focus()
    await page.keyboard.press('Tab')
    const steps = [
      ...Array(25).fill('ArrowDown'),
      ...Array(8).fill('ArrowRight'),
      ...Array(12).fill('ArrowUp'),
    ]
    const seen = new Set<string>()
    for (const key of [...steps, ...Array(10).fill('ArrowLeft')]) {
      await page.keyboard.press(key)
      const found = await page.evaluate(() => {
        const block = document.activeElement as HTMLElement
        const { left, top, height } = block.getBoundingClientRect()
        const lead = document.querySelector('[data-lead]')?.getBoundingClientRect() ?? new DOMRect()
        const x = Math.max(left, lead.right) + 3
        return {
          key: block.dataset.block,
          isSeen: block.contains(document.elementFromPoint(x, top + height / 2)),
        }
      })
      seen.add(found.key ?? '')
      expect(found).toEqual({ key: expect.stringMatching(/./), isSeen: true })
    }
    expect(seen.size).toBeGreaterThan(20)
  })

  test('nothing is drawn because somebody scrolls, and long blocks keep their words in sight', async ({
    page,
  }) => {
    await open(page, '?zoom=day&group=category')
    const drawn = await page.evaluate(async () => {
      const board = document.querySelector('[data-timeline]') as HTMLElement
      let changes = 0
      const watcher = new MutationObserver((records) => {
        changes += records.length
      })
      watcher.observe(board, { childList: true, subtree: true })
      for (let step = 0; step < 40; step++) {
        board.scrollBy(step < 20 ? 0 : 160, step < 20 ? 60 : 0)
        await new Promise(requestAnimationFrame)
      }
      watcher.disconnect()
      return changes
    })
    expect(drawn).toBe(0)
    const hidden = () =>
      page.evaluate(() => {
        const lead = document.querySelector('[data-lead]')?.getBoundingClientRect() ?? new DOMRect()
        return [...document.querySelectorAll('li [data-follows]')].filter((words) => {
          const block = words.parentElement?.getBoundingClientRect() ?? new DOMRect()
          const isAcross = block.left < lead.right && block.right > lead.right + 200
          const isNear = block.top > lead.bottom && block.bottom < window.innerHeight - 100
          return isAcross && isNear && words.getBoundingClientRect().left < lead.right - 1
        }).length
      })
    await expect.poll(hidden).toBe(0)
  })
})

test.describe('with a finger', () => {
  test.skip(({ isMobile }) => isMobile !== true, 'a mouse has no need of it')

  test('a tap tells what a block is, and from there leads to it', async ({ page }) => {
    const { customer, both } = await bookNeighbours(sql)
    await open(page)
    await lookFor(page, customer, both[0])
    await blockOf(page, both[0]).tap()
    const card = page.locator('[data-block-card]')
    await expect(card).toContainText(both[0].number)
    await expect(card).toContainText(customer)
    await card.getByRole('link', { name: 'Öffnen' }).tap()
    await expect(page).toHaveURL(/\/dashboard\/reservations\//)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(both[0].number)
  })

  test('a swipe scrolls the board in both directions', async ({ page }) => {
    await open(page)
    const session = await page.context().newCDPSession(page)
    const place = () => board(page).evaluate(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }))
    const before = await place()
    const touch = (type: 'touchStart' | 'touchMove', x: number, y: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
    for (const [right, down] of [
      [0, -12],
      [-8, 0],
    ] as const) {
      await touch('touchStart', 300, 700)
      for (let step = 1; step <= 20; step++) await touch('touchMove', 300 + right * step, 700 + down * step)
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    await expect.poll(async () => (await place()).scrollLeft).toBeGreaterThan(before.scrollLeft + 60)
    expect((await place()).scrollTop).toBeGreaterThan(before.scrollTop + 100)
  })
})
