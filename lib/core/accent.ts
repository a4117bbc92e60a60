import { contrastOf, fromHex, type Oklch, toHex } from '@/lib/core/oklch'

/** What one colour of a company becomes: a ground for buttons, its ink, and tints that stay readable. */
export type AccentScale = Record<(typeof STEPS)[number], string>

const STEPS = ['accent', 'hover', 'ink', 'text', 'soft', 'line'] as const
const FALLBACK = '#2c3a57'
const TEXT_CONTRAST = 4.5
const MARK_CONTRAST = 3

/** The grounds of components/ui/styles/tokens.css that accents lie on; the lighter or darker of them is the harder one. */
const GROUNDS = { light: ['#ffffff', '#f5f6f8'], dark: ['#14171b', '#202327'] } as const
const LIGHT_INK = '#ffffff'
const DARK_INK = '#14161a'
/** From here on a brand is darkened a little to carry white words, as people expect of it, rather than given black ones. */
const NEARLY_WHITE_CAPABLE = 3.8

/** Moves a colour's lightness in small steps until it stands out from every ground by `contrast`. */
function standOut(color: Oklch, grounds: readonly string[], contrast: number, step: number): string {
  let moved = color
  const isEnough = () => grounds.every((ground) => contrastOf(toHex(moved), ground) >= contrast)
  const canMove = () => (step < 0 ? moved.lightness > 0 : moved.lightness < 1)
  while (!isEnough() && canMove())
    moved = { ...moved, lightness: Math.min(1, Math.max(0, moved.lightness + step)) }
  return toHex(moved)
}

/**
 * The accent's scale on light or dark grounds. The company's own colour is kept for buttons wherever they are told from the
 * ground; text and lines in it move towards the ink until they keep AA contrast.
 */
export function accentScale(hex: string, theme: 'light' | 'dark'): AccentScale {
  const brand = fromHex(/^#[0-9a-f]{6}$/i.test(hex) ? hex : FALLBACK)
  const grounds = GROUNDS[theme]
  const towardsInk = theme === 'light' ? -0.01 : 0.01
  const soft = toHex({
    ...brand,
    lightness: theme === 'light' ? 0.958 : 0.285,
    chroma: Math.min(brand.chroma * 0.3, theme === 'light' ? 0.028 : 0.055),
  })
  const seen = standOut(brand, grounds, MARK_CONTRAST, towardsInk)
  const ink = contrastOf(seen, LIGHT_INK) >= NEARLY_WHITE_CAPABLE ? LIGHT_INK : DARK_INK
  const accent = standOut(fromHex(seen), [ink], TEXT_CONTRAST, ink === LIGHT_INK ? -0.01 : 0.01)
  return {
    accent,
    hover: hoverOf(fromHex(accent), ink),
    ink,
    text: standOut(brand, [...grounds, soft], TEXT_CONTRAST, towardsInk),
    soft,
    line: standOut(brand, grounds, MARK_CONTRAST, towardsInk),
  }
}

/** A button under the pointer moves away from its ink, so the words on it only gain. */
function hoverOf(accent: Oklch, ink: string): string {
  const lightness = accent.lightness + (ink === LIGHT_INK ? -0.05 : 0.05)
  const moved = toHex({ ...accent, lightness: Math.min(0.97, Math.max(0.16, lightness)) })
  return contrastOf(moved, ink) >= TEXT_CONTRAST ? moved : toHex(accent)
}

/** The scale as the CSS variables of the accent, for the `style` of a company's page. Follows the reader's theme. */
export function accentVariables(hex: string): Record<`--${string}`, string> {
  const light = accentScale(hex, 'light')
  const dark = accentScale(hex, 'dark')
  const both = (step: keyof AccentScale) => `light-dark(${light[step]}, ${dark[step]})`
  return {
    '--accent': both('accent'),
    '--accent-hover': both('hover'),
    '--accent-ink': both('ink'),
    '--accent-text': both('text'),
    '--accent-soft': both('soft'),
    '--accent-line': both('line'),
    '--ring': both('line'),
  }
}
