import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GuideText } from '@/components/guide/guide-text'

const shown = (text: string) => renderToStaticMarkup(<GuideText text={text} />)

test('bold, lists and links become elements', () => {
  const html = shown('**Code** im Kasten\n\n- links\n- rechts\n\n[Karte](https://example.ch)')
  expect(html).toContain('<strong>Code</strong>')
  expect(html.match(/<li>/g)).toHaveLength(2)
  expect(html).toContain('href="https://example.ch"')
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](  JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://spy.example/pixel.png)',
  '<iframe src="https://evil.example"></iframe>',
  '[x]: javascript:alert(1)\n[x]',
])('%s runs nothing and fetches nothing', (text) => {
  const html = shown(text)
  expect(html).not.toMatch(/<(script|img|iframe|object|embed|style|link)\b/i)
  expect(html).not.toMatch(/href="\s*(javascript|data|vbscript):/i)
  expect(html).not.toMatch(/<[^>]*\son\w+=/i)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.test',
  'http://evil.test',
  'ftp://evil.test',
  'evil.test',
])('a link to %s is plain words', (address) => {
  const html = shown(`Hier [steht es](${address}) geschrieben`)
  expect(html).not.toContain('<a')
  expect(html).toContain('steht es')
})

test.each(['https://example.ch/x', 'mailto:a@example.ch', 'tel:+41441234567', '/terms'])(
  'a link to %s leads there',
  (address) => {
    expect(shown(`[dort](${address})`)).toContain(`<a href="${address}"`)
  },
)
