import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import sharp from 'sharp'
import { expectAccessible } from './support/axe.ts'
import { book } from './support/bookings.ts'
import { signInAsOwner } from './support/sign-in.ts'

const site = `http://alpenmobil.${process.env.APP_HOST}`

test.skip(({ isMobile }) => isMobile === true, 'written and answered once')

const photo = (color: string) =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background: color } })
    .jpeg()
    .toBuffer()

/** Presses Tab, or back, until what matters is in focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press(key)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`Tab never led to ${selector}`)
}

test('a customer’s photo comes to the inbox, is answered by keyboard alone with a file, and the answer stands in the portal', async ({
  page,
  context,
}) => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const { id, token } = await book(sql, 38)
  const [booking] = await sql`select customer_id as customer from public.reservations where id = ${id}`
  await sql.end()

  await page.goto(`${site}/portal/${token}/messages`)
  await page.locator('textarea[name="body"]').fill('Passt dieser Kindersitz?')
  await page.setInputFiles('input[type="file"]', {
    name: 'Kindersitz.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo('#33aa77'),
  })
  await page.locator('form[action$="/messages/send"] button').click()
  await expect(page.getByText('Passt dieser Kindersitz?')).toBeVisible()
  await expect(page.locator('ol img')).toHaveJSProperty('complete', true)
  await expectAccessible(page, 'messages of the portal')

  await signInAsOwner(context)
  await page.goto('/dashboard/messages')
  await expect(page.getByText('Passt dieser Kindersitz?').first()).toBeVisible()
  await tabTo(page, `a[href*="/dashboard/messages/${booking?.customer}"]`)
  await page.keyboard.press('Enter')
  await expect(page.locator('section ol img')).toBeVisible()
  await expectAccessible(page, 'a conversation')
  await tabTo(page, 'textarea')
  await page.keyboard.type('Ja, der passt.')
  await tabTo(page, 'input[type="file"]')
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Space')
  await (await chooser).setFiles({
    name: 'Sitz.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo('#dd7733'),
  })
  await expect(page.locator('form li')).toHaveText('Sitz.jpg')
  await tabTo(page, 'button[type="submit"]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('section ol').getByText('Ja, der passt.', { exact: true })).toBeVisible()
  await expect(page.locator('form textarea')).toHaveValue('')

  await page.goto(`${site}/portal/${token}/messages`)
  await expect(page.getByText('Ja, der passt.')).toBeVisible()
  await expect(page.locator('ol img')).toHaveCount(2)
})
