import { type BrowserContext, expect } from '@playwright/test'

const origin = process.env.APP_URL ?? ''

type Cookie = { name: string; value: string }
let session: Promise<Cookie[]> | undefined

/** One log-in a worker: logging in is limited per account. */
async function logIn(): Promise<Cookie[]> {
  const answer = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'owner@alpenmobil.test', password: 'demo-crms-2026' }),
  })
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    return { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }
  })
}

/** The session of the demo's owner, as a browser keeps it. */
export function ownerCookies(): Promise<Cookie[]> {
  session ??= logIn()
  return session
}

/** Signs the context in as the demo's owner without walking through the log-in page; texts in the given language. */
export async function signInAsOwner(context: BrowserContext, locale = 'de') {
  const cookies = [...(await ownerCookies()), { name: 'locale', value: locale }]
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })))
}
