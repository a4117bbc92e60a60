import '../support/environment.ts'
import { NextRequest } from 'next/server'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/core/env'
import { proxy } from '@/proxy'

/** What the proxy knows of companies, in place of the database. */
const sites = vi.hoisted(() => ({ origins: [] as string[] }))
vi.mock('@/lib/core/known-site', () => ({
  isKnownSite: async (slug: string) => slug === 'alpenmobil',
  siteOfDomain: async (host: string) => (host === 'mieten.example.ch' ? 'alpenmobil' : null),
  widgetOrigins: async () => sites.origins,
}))
vi.mock('@/lib/supabase/refresh-session', () => ({ refreshSession: async () => () => undefined }))

const ask = (host: string, path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://${host}${path}`, { headers: { host, ...headers } }))

const rewritten = (answer: Response) =>
  new URL(answer.headers.get('x-middleware-rewrite') ?? 'http://none/none').pathname
const passedOn = (answer: Response, name: string) => answer.headers.get(`x-middleware-request-${name}`)
const framedBy = (answer: Response) =>
  /frame-ancestors ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]

const app = env().APP_HOST
const site = `alpenmobil.${app}`
beforeEach(() => {
  sites.origins = []
})

describe('the widget', () => {
  test('is framed by the web sites its company allows, and nobody else', async () => {
    sites.origins = ['https://www.alpenmobil.example', 'https://alpen.example:8443']
    const answer = await ask(site, '/widget?lang=fr')
    expect(framedBy(answer)).toBe('https://www.alpenmobil.example https://alpen.example:8443')
    expect(rewritten(answer)).toBe('/widget/alpenmobil')
    expect(answer.headers.get('x-frame-options')).toBeNull()
  })

  test('is framed by nobody until a web site is allowed', async () => {
    expect(framedBy(await ask(site, '/widget'))).toBe("'none'")
  })

  test.each(['/', '/search', '/widget/x', '/widgets', '/portal/token', '/pay/token'])(
    'alone may be framed: %s may not',
    async (path) => {
      sites.origins = ['https://www.alpenmobil.example']
      expect(framedBy(await ask(site, path))).toBe("'none'")
    },
  )

  test.each(['/widget', '/widget/alpenmobil', '/dashboard'])(
    'is not reached by the dashboard’s host: %s',
    async (path) => {
      sites.origins = ['https://www.alpenmobil.example']
      const answer = await ask(app, path)
      expect(framedBy(answer)).toBe("'none'")
      if (path === '/widget/alpenmobil') expect(rewritten(answer)).toBe('/not-here')
    },
  )
})

describe('a company’s own domain', () => {
  test('shows its site once it is proved', async () => {
    const answer = await ask('mieten.example.ch', '/search?from=2030-01-01')
    expect(rewritten(answer)).toBe('/site/alpenmobil/search')
    expect(passedOn(answer, 'x-site')).toBe('alpenmobil')
  })

  test('shows nothing when it is nobody’s', async () => {
    expect(rewritten(await ask('evil.example.ch', '/'))).toBe('/not-here')
  })

  test('cannot be claimed by a header', async () => {
    const answer = await ask(app, '/dashboard', { 'x-site': 'alpenmobil', 'x-language': 'fr' })
    expect([passedOn(answer, 'x-site'), passedOn(answer, 'x-language')]).toEqual([null, null])
  })
})

describe('a language in the address', () => {
  test('is followed and remembered', async () => {
    const answer = await ask(site, '/?lang=it')
    expect(passedOn(answer, 'x-language')).toBe('it')
    expect(answer.headers.get('set-cookie')).toMatch(/^locale=it;/)
  })

  test('gives way to what a form on that page chooses', async () => {
    const headers = { host: site }
    const answer = await proxy(new NextRequest(`http://${site}/?lang=it`, { method: 'POST', headers }))
    expect(passedOn(answer, 'x-language')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('that is none changes nothing', async () => {
    const answer = await ask(site, '/?lang=xx%0d%0aSet-Cookie:a=b')
    expect(passedOn(answer, 'x-language')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})

describe('every answer', () => {
  const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? ''
  const scriptsOf = (answer: Response) => /script-src ([^;]*)/.exec(policyOf(answer))?.[1] ?? ''

  test('runs scripts with its own nonce alone, and no other answer’s', async () => {
    const [one, other] = [await ask(app, '/login'), await ask(site, '/')]
    const nonce = passedOn(one, 'x-nonce')
    expect(scriptsOf(one)).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`)
    expect(scriptsOf(other)).not.toContain(nonce)
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policyOf(one)).toContain(rule)
  })

  test('is kept by nobody between us and who asked', async () => {
    for (const [host, path] of [
      [app, '/dashboard'],
      [site, '/portal/token'],
      ['evil.example.ch', '/'],
    ] as const)
      expect((await ask(host, path)).headers.get('cache-control')).toBe('private, no-store')
  })

  test('leaves to the pictures drawn of a site how long they may be kept, and gives them nothing of the reader', async () => {
    for (const path of ['/map?look=light&size=wide&lang=fr', '/icon?look=a']) {
      const { headers } = await ask(site, path)
      expect(headers.get('cache-control')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
    for (const [host, path] of [
      [site, '/map/x'],
      [app, '/map'],
      [`nobody.${app}`, '/map'],
    ] as const)
      expect((await ask(host, path)).headers.get('cache-control')).toBe('private, no-store')
  })

  test('goes by the host that was asked, not by one a header names', async () => {
    const answer = await ask(app, '/dashboard', { 'x-forwarded-host': site, forwarded: `host=${site}` })
    expect(answer.headers.get('x-middleware-rewrite')).toBeNull()
    expect(passedOn(answer, 'x-site')).toBeNull()
  })
})
