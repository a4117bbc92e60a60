import type { Page } from '@playwright/test'

/** By how many pixels a page is wider than its window: what sticks out is out of reach on a phone. */
export function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
