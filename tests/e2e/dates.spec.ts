import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { dayField, dayFromToday } from './support/customer.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`
const inFigures = (day: string) => day.split('-').reverse().join('.')

test.skip(({ isMobile }) => isMobile === true, 'a phone has its own pickers')

test('a day is typed, stepped and chosen without a mouse; the return moves along', async ({ page }) => {
  const [start, end, later] = [dayFromToday(20), dayFromToday(22), dayFromToday(27)]
  await page.goto(site)
  const pickup = await dayField(page, 'Abholung')
  const giveBack = await dayField(page, 'Rückgabe')

  // Day and month are enough, the year is the next one they can mean.
  await pickup.fill(inFigures(start).slice(0, 6))
  await pickup.press('Tab')
  await expect(pickup).toHaveValue(new RegExp(`^\\p{L}{2} ${inFigures(start)}$`, 'u'))
  await giveBack.fill(end)
  await giveBack.press('ArrowUp')
  await giveBack.press('ArrowDown')
  await expect(page.locator('[name=to]')).toHaveValue(end)

  await pickup.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Kalender öffnen' })
  await expect(calendar).toBeVisible()
  await expectAccessible(page, 'the calendar')
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(pickup).toBeFocused()

  await pickup.press('Alt+ArrowDown')
  await expect(calendar.getByRole('button').filter({ hasText: /^\d+$/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[name=from]')).toHaveValue(later)
  await expect(page.locator('[name=to]')).toHaveValue(dayFromToday(29))
})

test('what is no day, or too early, is not sent', async ({ page }) => {
  await page.goto(site)
  const pickup = await dayField(page, 'Abholung')
  for (const [text, complaint] of [
    ['31.2.2027', 'Kein Datum'],
    ['1.1.2020', 'Nicht vor'],
  ] as const) {
    await pickup.fill(text)
    await page.getByRole('button', { name: 'Fahrzeuge zeigen' }).click()
    expect(await pickup.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain(complaint)
    await expect(pickup).toHaveAttribute('aria-invalid', 'true')
    expect(new URL(page.url()).pathname).toBe('/')
  }
})
