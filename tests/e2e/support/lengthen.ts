import type { Page } from '@playwright/test'

/** Makes every text of a page a third longer, as the longest translation would be, and answers what is cut off by it or sticks out. */
export function lengthen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    const seen = texts.filter(({ data, parentElement }) => data.trim() && parentElement?.checkVisibility())
    for (const text of seen) {
      // More words, as long together as a third of what is there, and marks that reach highest and lowest.
      const more = 'ö'.repeat(Math.ceil(text.data.trim().length / 3)).replaceAll(/(.{12})(?=.)/g, '$1 ')
      if (/\p{L}{2}/u.test(text.data))
        text.data = `${text.data.replaceAll('a', 'å').replaceAll('e', 'ȩ')} ${more}`
    }
    const cut = seen.flatMap(({ parentElement: holder, data }) => {
      if (!holder || holder.closest('option, script, style, .sr-only')) return []
      const clips = getComputedStyle(holder).overflowX !== 'visible'
      return clips && holder.scrollWidth > holder.clientWidth + 1 ? [data.slice(0, 60)] : []
    })
    const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return beyond > 0 ? [...cut, `the page is ${beyond} px too wide`] : cut
  })
}
