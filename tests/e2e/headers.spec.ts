import { expect, test } from '@playwright/test'

test.skip(({ isMobile }) => isMobile === true, 'needs no screen')

const site = `http://alpenmobil.${process.env.APP_HOST}`

/** What every answer says to browsers, whatever it is: a page, a refusal, a file. */
for (const [what, address] of [
  ['a page of the desk', '/login'],
  ['what does not exist', '/no-such-page'],
  ['an answer to a machine', '/api/health'],
  ['a file', '/favicon.ico'],
] as const) {
  test(`${what} is read as what it is, over https, and tells nobody where one comes from`, async ({
    request,
  }) => {
    const headers = (await request.get(address)).headers()
    expect(headers['strict-transport-security']).toContain('max-age=63072000')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toMatch(/strict-origin|same-origin|no-referrer/)
    expect(headers['x-powered-by']).toBeUndefined()
  })
}

test('a change that another page asks for in our name is refused', async ({ request }) => {
  const login = (origin: string) =>
    request.post('/api/auth/login', {
      headers: { origin },
      data: { email: 'owner@alpenmobil.test', password: 'wrong' },
    })
  for (const origin of ['https://evil.example', site]) {
    const answer = await login(origin)
    expect([answer.status(), (await answer.json()).error?.code]).toEqual([403, 'wrong_origin'])
  }
})
