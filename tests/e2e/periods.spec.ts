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
  expect((await desk(page, '2027-02-31T10:00', '2027-03-99T10:00'))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/Das Ende muss nach dem Beginn liegen/)).toBeHidden()
})
