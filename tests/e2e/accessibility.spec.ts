import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const site = `http://alpenmobil.${process.env.APP_HOST}`
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const open = [
  '/login',
  '/signup',
  `${site}/`,
  `${site}/search?from=${day(20)}&to=${day(23)}`,
  `${site}/terms`,
]
test.describe('axe finds nothing serious', () => {
  for (const address of open) {
    test(address.replace(site, 'site'), async ({ page }) => {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    })
  }
})
