import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(file, 'utf8')

test('every icon that is shown has a shape, and every shape is shown', () => {
  const shapes = [...read('components/ui/styles/icons.css').matchAll(/@utility (icon-[a-z-]+)/g)].map(
    ([, name]) => name,
  )
  const sources = globSync('{app,components}/**/*.tsx').map(read).join('\n')
  const shown = [...sources.matchAll(/\b(?:icon |before:)(icon-[a-z-]+)/g)].map(([, name]) => name)
  expect([...new Set(shown)].sort()).toEqual(shapes.sort())
})
