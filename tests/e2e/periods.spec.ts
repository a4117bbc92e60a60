import { expect, type Page, test } from '@playwright/test'
import { signInAsOwner } from './support/sign-in.ts'

/** Periods nobody can book, however they came into the address of the desk. */
const desk = (page: Page, from: string, to: string) =>
  page.goto(`/dashboard/reservations/new?from=${from}&to=${to}`)
const day = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`

test.beforeEach(({ context }) => signInAsOwner(context))

test('a period that ends before it begins, or lasts ten years, is said at its field', async ({ page }) => {
  for (const [from, to] of [
    [day(9), day(5)],
    [day(5), day(5)],
    [day(5), day(3_655)],
    [day(-3_655), day(-3_650)],
  ] as const) {
    expect((await desk(page, from, to))?.status()).toBe(200)
    await expect(page.getByText(/Das Ende muss nach dem Beginn liegen/)).toBeVisible()
  }
})

test('a day that no calendar has is as none at all', async ({ page }) => {
  for (const [from, to] of [
    ['2027-02-31T10:00', '2027-03-99T10:00'],
    ['0000-01-01T00:00', '9999-12-31T23:59'],
    ['0001-01-01T10:00', '0002-01-01T10:00'],
  ] as const) {
    expect((await desk(page, from, to))?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: 'Neue Reservation' })).toBeVisible()
    await expect(page.getByText(/Das Ende muss nach dem Beginn liegen/)).toBeHidden()
  }
})

test('an hour that the clocks leave out is shown as the one that takes its place', async ({ page }) => {
  await desk(page, '2027-03-28T02:30', '2027-03-29T10:00')
  await expect(page.locator('input[name=from]')).toHaveValue('2027-03-28T03:30')
})
