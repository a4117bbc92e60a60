import { expect, test } from 'vitest'
import { withLinks } from '@/lib/core/web-links'

/** Of what somebody writes only the addresses of web pages lead anywhere. */
const urlsIn = (text: string) => withLinks(text).flatMap(({ url }) => url ?? [])

test.each([
  ['Hier: https://alpenmobil.ch/anfahrt.', ['https://alpenmobil.ch/anfahrt']],
  ['(http://a.ch/b?c=d&e=f)', ['http://a.ch/b?c=d&e=f']],
  ['https://a.ch und https://b.ch/x#y!', ['https://a.ch', 'https://b.ch/x#y']],
  ['javascript:alert(1) data:text/html,x mailto:a@b.ch www.a.ch', []],
  ['https://a.ch/"onclick="x', ['https://a.ch/']],
  ['https://a.ch/<script>', ['https://a.ch/']],
  // Its secret was left out.
  ['https://a.ch/portal/…/checkin', []],
  ['http://', []],
])('%s', (text, urls) => {
  expect(urlsIn(text)).toEqual(urls)
  expect(
    withLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})
