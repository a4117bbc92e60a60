import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrastOf, toHex } from '@/lib/core/oklch'

const css = readFileSync('components/ui/styles/tokens.css', 'utf8')
const pattern = /--([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g
const tokens = new Map([...css.matchAll(pattern)].map(([, name, light, dark]) => [name, { light, dark }]))
const themes = ['light', 'dark'] as const
const states = [
  'hold',
  'pending',
  'confirmed',
  'active',
  'due',
  'overdue',
  'maintenance',
  'cleaning',
  'cancelled',
]

function colorOf(name: string, theme: 'light' | 'dark'): string {
  const value = tokens.get(name)?.[theme]
  if (!value) throw new Error(`No token --${name}`)
  const [lightness = 0, chroma = 0, hue = 0] = value.split(' ').map(Number)
  return toHex({ lightness, chroma, hue })
}

const textPairs = [
  ...['canvas', 'surface', 'raised', 'sunken', 'pressed'].map((ground) => ['ink', ground]),
  ...['canvas', 'surface', 'raised', 'sunken', 'pressed'].map((ground) => ['muted', ground]),
  ...['canvas', 'surface', 'raised', 'sunken'].map((ground) => ['faint', ground]),
  ...['canvas', 'surface', 'accent-soft'].map((ground) => ['accent-text', ground]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-hover'],
  ...states.flatMap((state) => [
    [`${state}-text`, `${state}-soft`],
    [`${state}-text`, 'surface'],
    [`${state}-text`, 'sunken'],
  ]),
] as [string, string][]

const markPairs = [
  ...['canvas', 'surface', 'raised', 'sunken'].map((ground) => ['control', ground]),
  ['ring', 'surface'],
  ['ring', 'canvas'],
  ['accent-line', 'surface'],
  ...states.map((state) => [state, 'surface']),
] as [string, string][]

for (const theme of themes) {
  test.each(textPairs)(`text: %s on %s, ${theme}`, (text, ground) => {
    expect(contrastOf(colorOf(text, theme), colorOf(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(markPairs)(`marks: %s on %s, ${theme}`, (mark, ground) => {
    expect(contrastOf(colorOf(mark, theme), colorOf(ground, theme))).toBeGreaterThanOrEqual(3)
  })
}
