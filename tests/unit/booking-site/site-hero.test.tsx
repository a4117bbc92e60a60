import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SiteHero } from '@/components/booking-site/site-hero'
import { contrastOf } from '@/lib/core/oklch'

const html = renderToStaticMarkup(
  <SiteHero
    title={<h1>Lang</h1>}
    lead={null}
    photo={{ url: '/pictures/a.webp', width: 10, height: 10, ground: 'any' }}
  />,
)
const ofWords = /class="([^"]*text-white[^"]*)"/.exec(html)?.[1] ?? ''

test('words stand on a shade that keeps them readable even on a white photo', () => {
  const shades = [...ofWords.matchAll(/(?:^| )(?:from|via|to)-\[rgb\(0_0_0\/([\d.]+)\)\]/g)].map(
    ([, alpha]) => Number(alpha),
  )
  expect(shades).toHaveLength(2)
  for (const alpha of shades) {
    const grey = Math.round(255 * (1 - alpha))
      .toString(16)
      .padStart(2, '0')
    expect(contrastOf(`#${grey}${grey}${grey}`, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  }
})

test('the hero grows with its words, and a word longer than the line is broken', () => {
  expect(html).not.toMatch(/[" ](sm:)?h-\d/)
  expect(html).toContain('wrap-anywhere')
})
