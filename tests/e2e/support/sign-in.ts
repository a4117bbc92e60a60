import { type BrowserContext, expect } from '@playwright/test'

const origin = process.env.APP_URL ?? ''

/** Signs the context in as the demo's owner without walking through the log-in page; texts in the given language. */
export async function signInAsOwner(context: BrowserContext, locale = 'de') {
  const answer = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin,
      // Log-in is limited per address; each context is somebody else's.
      'x-forwarded-for': `10.0.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`,
    },
    body: JSON.stringify({ email: 'owner@alpenmobil.test', password: 'demo-crms-2026' }),
  })
  expect(answer.status).toBe(200)
  const session = answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    return { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }
  })
  await context.addCookies(
    [...session, { name: 'locale', value: locale }].map((cookie) => ({ ...cookie, url: origin })),
  )
}
