import { createChunks, stringToBase64URL } from '@supabase/ssr'
import { expect, test } from 'vitest'
import { freshTokenIn, sessionCookie } from '@/lib/supabase/session-cookie'

const name = sessionCookie().name ?? ''

/** The cookies as the SDK writes them, in as many pieces as it takes. */
function cookiesOf(session: object) {
  return createChunks(name, `base64-${stringToBase64URL(JSON.stringify(session))}`)
}
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds

test('the token of a session is read without the SDK, in one cookie or several', async () => {
  expect(await freshTokenIn(cookiesOf({ access_token: 'token', expires_at: inSeconds(3_600) }))).toBe('token')
  const long = 'x'.repeat(8_000)
  const pieces = cookiesOf({ access_token: long, expires_at: inSeconds(3_600) })
  expect(pieces.length).toBeGreaterThan(1)
  expect(await freshTokenIn(pieces)).toBe(long)
  expect(await freshTokenIn(pieces.slice(0, 1))).toBeNull()
})

test.each([
  ['no session', []],
  ['one that is to be renewed', cookiesOf({ access_token: 'token', expires_at: inSeconds(100) })],
  ['one that has run out', cookiesOf({ access_token: 'token', expires_at: inSeconds(-100) })],
  ['something else', cookiesOf({ expires_at: inSeconds(3_600) })],
  ['no JSON', [{ name, value: 'base64-bm9uc2Vuc2U' }]],
  ['no such encoding', [{ name, value: 'base64-äöü' }]],
  ['another cookie', [{ name: 'other', value: 'base64-e30' }]],
])('the SDK looks itself at %s', async (_, cookies) => {
  expect(await freshTokenIn(cookies)).toBeNull()
})

test('where there is https the session stays with the host that gave it, out of reach of scripts and of plain http', () => {
  const { name, domain, ...options } = sessionCookie(true)
  expect(name).toMatch(/^__Host-/)
  expect(domain).toBeUndefined()
  expect(options).toMatchObject({ secure: true, httpOnly: true, path: '/', sameSite: 'lax' })
})
