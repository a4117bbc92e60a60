import { expect, test } from 'vitest'
import { classifyHost, isSecureHost, siteUrlIn } from '@/lib/core/hosts'

test.each([
  ['crms.example', 'app'],
  ['CRMS.example', 'app'],
  ['app.crms.example', 'app'],
  ['www.crms.example', 'app'],
  ['crms.example.', 'app'],
  ['evil.example', 'unknown'],
  ['crms.example.evil.example', 'unknown'],
  ['notcrms.example', 'unknown'],
  ['a.b.crms.example', 'unknown'],
  ['a_b.crms.example', 'unknown'],
  ['.crms.example', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('%j is %s', (host, kind) => expect(classifyHost(host, 'crms.example').kind).toBe(kind))

test('the first label names the company, port or not', () => {
  expect(classifyHost('alpenmobil.localhost:3000', 'localhost:3000')).toEqual({
    kind: 'site',
    slug: 'alpenmobil',
  })
  expect(classifyHost('alpenmobil.localhost:3001', 'localhost:3000')).toEqual({ kind: 'unknown' })
})

test('only a machine talking to itself does without https', () => {
  expect(isSecureHost('localhost:3000')).toBe(false)
  expect(isSecureHost('localhost.crms.example')).toBe(true)
})

test('an address for a reader names the language, before the part of the page it leads to', () => {
  expect(siteUrlIn('fr', 'alpenmobil', '/portal/a#deposit')).toMatch(
    /\/\/alpenmobil\..*\/portal\/a\?lang=fr#deposit$/,
  )
})
