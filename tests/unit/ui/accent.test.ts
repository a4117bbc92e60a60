import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentScale, accentVariables } from '@/lib/core/accent'
import { contrastOf, fromHex, toHex } from '@/lib/core/oklch'

const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const extremes: [string, 'light' | 'dark'][] = ['#ffffff', '#000000'].flatMap((hex) => [
  [hex, 'light'],
  [hex, 'dark'],
])
const anyTheme = fc.constantFrom('light' as const, 'dark' as const)
/** The cards and the page beneath them, as components/ui/styles/tokens.css has them. */
const surfaces = { light: ['#ffffff', '#f5f6f8'], dark: ['#14171b', '#202327'] }
const grounds = { light: ['#ffffff'], dark: ['#14171b'] }

test('whatever colour a company has, its words stay readable and its lines visible', () => {
  fc.assert(
    fc.property(anyHex, anyTheme, (hex, theme) => {
      const scale = accentScale(hex, theme)
      expect(contrastOf(scale.accent, scale.ink)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(scale.hover, scale.ink)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(scale.text, scale.soft)).toBeGreaterThanOrEqual(4.5)
      for (const ground of grounds[theme]) {
        expect(contrastOf(scale.text, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(scale.line, ground)).toBeGreaterThanOrEqual(3)
      }
    }),
    { numRuns: 400, examples: extremes },
  )
})

test("a brand's blue stays the brand's blue on its buttons", () => {
  expect(accentScale('#0b5fff', 'light')).toMatchObject({ accent: '#0b5fff', ink: '#ffffff' })
})

test('a button never looks like the ground it stands on, a white one no more than a black one', () => {
  fc.assert(
    fc.property(anyHex, anyTheme, (hex, theme) => {
      const { accent } = accentScale(hex, theme)
      for (const surface of surfaces[theme]) expect(contrastOf(accent, surface)).toBeGreaterThanOrEqual(3)
    }),
    {
      numRuns: 400,
      examples: [...extremes, ['#fdfdfd', 'light'], ['#ffd400', 'light'], ['#15181c', 'dark']],
    },
  )
})

test('a bright yellow stays itself by night and takes dark words by day too', () => {
  expect(accentScale('#ffd400', 'dark').accent).toBe('#ffd400')
  const { ink } = accentScale('#ffd400', 'light')
  expect(contrastOf(ink, '#000000')).toBeLessThan(2)
})

test('a text that is no colour falls back to the quiet accent instead of breaking the page', () => {
  expect(accentScale('red; } body {', 'light')).toEqual(accentScale('#2c3a57', 'light'))
})

test('the variables answer both themes', () => {
  expect(accentVariables('#0b5fff')['--accent']).toMatch(/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/)
})

test('colours survive the way through oklch', () => {
  fc.assert(
    fc.property(anyHex, (hex) => {
      expect(toHex(fromHex(hex))).toBe(hex)
    }),
  )
})
