import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNextPath } from '@/lib/core/redirects'

test.each(['/reservations', '/reservations?status=open#top', '/a/b%20c', '/?x=//y'])('%s is ours', (path) =>
  expect(safeNextPath(path)).toBe(path),
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n//evil',
  '/..//evil.example',
  '/.//evil.example',
  ' /x',
  '',
  null,
  undefined,
])('%j is not', (next) => expect(safeNextPath(next)).toBe('/dashboard'))

test('nothing leads to another origin', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2f',
    '%5c',
    ':',
    '@',
    '\t',
    '\n',
    'evil.example',
    'https',
    '?',
    '#',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const target = new URL(safeNextPath(pieces.join('')), 'https://ours.example')
      expect(target.origin).toBe('https://ours.example')
    }),
    { numRuns: 2_000 },
  )
})
