import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Scheme = 'light' | 'dark'

/** Expects that axe finds nothing serious on what is to be seen, in the colours of `schemes`. */
export async function expectAccessible(page: Page, where: string, schemes: Scheme[] = ['light', 'dark']) {
  const found = []
  for (const [place, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // What differs in other colours are the contrasts.
    const all = axe(page)
    found.push(...(await (place === 0 ? all : all.withRules(['color-contrast'])).analyze()).violations)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  // Soft: the walk goes on, and tells of every step at once.
  expect
    .soft(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      where,
    )
    .toEqual([])
}

/** Everything axe finds, however small, with where. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await axe(page).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Reports violations alone, and adds its answer up in the page itself: nothing here has frames of others, for which it would open a page of its own. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
}
