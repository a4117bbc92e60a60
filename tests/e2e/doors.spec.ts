import { expect, test } from '@playwright/test'
import { type Door, knock, memberActions, memberPages, routeDoors } from './support/doors.ts'
import { type OpenServer, serveWithoutProxy } from './support/without-proxy.ts'

/** Routes that serve whoever comes: how they are, logging in, and senders that sign what they send. */
const forStrangers = /^(GET \/api\/(health|ready)|POST \/api\/auth\/|POST \/api\/webhooks\/)/

test.describe.configure({ mode: 'serial' })
test.skip(({ isMobile }) => isMobile === true, 'needs no screen')

let open: OpenServer
test.beforeAll(async () => {
  open = await serveWithoutProxy()
})
test.afterAll(() => open?.stop())

const servers = { 'as it is': () => process.env.APP_URL ?? '', 'without proxy.ts': () => open.origin }
for (const [name, origin] of Object.entries(servers)) {
  test(`no door of the product ${name} lets a stranger in`, async () => {
    const routes = routeDoors().filter((door) => !forStrangers.test(door.name))
    const doors = [...routes, ...memberPages(), ...memberActions()]
    expect(doors.length).toBeGreaterThan(80)
    const letIn = await Promise.all(
      doors.map(async (door) => ((await isShut(origin(), door)) ? [] : [door.name])),
    )
    expect(letIn.flat()).toEqual([])
  })
}

test('without proxy.ts a viewer may look but not change, and another company sees nothing', async () => {
  const viewer = await member('viewer@alpenmobil.test')
  const list = await viewer('/api/reservations')
  expect(list.status).toBe(200)
  expect((await viewer('/api/reservations', { method: 'POST', body: '{}' })).status).toBe(403)
  expect((await viewer('/api/customers/export')).status).toBe(403)

  const reservation = /"id":"([0-9a-f-]{36})"/.exec(await list.text())?.[1]
  expect((await viewer(`/api/reservations/${reservation}`)).status).toBe(200)
  const stranger = await member('owner@glanzwerk.test')
  expect((await stranger(`/api/reservations/${reservation}`)).status).toBe(404)
})

test('a door that is open is noticed', async () => {
  const health = routeDoors().find(({ name }) => name === 'GET /api/health') as Door
  expect(await isShut(open.origin, health)).toBe(false)
})

/** Logs in at the server without proxy and answers how to ask there from then on. */
async function member(email: string) {
  const headers = { 'content-type': 'application/json', origin: open.origin }
  const body = JSON.stringify({ email, password: 'demo-crms-2026' })
  const answer = await fetch(`${open.origin}/api/auth/login`, { method: 'POST', headers, body })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return (path: string, init: RequestInit = {}) =>
    fetch(open.origin + path, { ...init, headers: { ...headers, cookie: cookies.join('; ') } })
}

/** Shut is: not signed in, or sent to the log-in. */
async function isShut(origin: string, door: Door): Promise<boolean> {
  const answer = await knock(origin, door)
  if (door.action) return (await answer.text()).includes('"not_signed_in"')
  if (answer.status === 401) return true
  return answer.status === 307 && (answer.headers.get('location') ?? '').includes('/login')
}
