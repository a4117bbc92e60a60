import { expect, test } from '@playwright/test'
import { followLinks } from './support/follow-links.ts'
import { ownerCookies } from './support/sign-in.ts'

const app = process.env.APP_URL ?? ''
const site = `http://alpenmobil.${process.env.APP_HOST}`
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test.skip(({ isMobile }) => isMobile === true, 'needs no screen')

test('no link of the dashboard leads nowhere', async () => {
  const starts = ['/dashboard', '/handover']
  const cookie = (await ownerCookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const { visited, broken } = await followLinks(
    starts.map((path) => app + path),
    { cookie },
  )
  expect(broken).toEqual([])
  expect(visited).toBeGreaterThan(40)
})

test('no link of a company’s site leads nowhere', async () => {
  const starts = ['/', `/search?from=${day(20)}&to=${day(23)}`]
  const { visited, broken } = await followLinks(
    starts.map((path) => site + path),
    {},
  )
  expect(broken).toEqual([])
  expect(visited).toBeGreaterThan(8)
})

test('a link of a company’s site is followed without a reload, and in a new tab by the browser', async ({
  page,
  context,
}) => {
  await page.goto(`${site}/search?from=${day(20)}&to=${day(23)}`)
  const vehicle = page.locator('a[href^="/book/"]').first()
  const isSamePage = () => page.evaluate(() => 'stays' in window)
  await page.evaluate(() => Object.assign(window, { stays: true }))

  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    vehicle.click({ modifiers: ['ControlOrMeta'] }),
  ])
  await tab.waitForURL(/\/book\//)
  expect(page.url()).toContain('/search?')

  await vehicle.click()
  await page.waitForURL(/\/book\//)
  expect(await isSamePage()).toBe(true)
  await page.goBack()
  await expect(vehicle).toBeVisible()
  expect(await isSamePage()).toBe(true)
})
