import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { beforeEach, expect, test } from 'vitest'

/** The portal's service worker in a world of its own: what it keeps of a link, what it gives without network, what it forgets. */
const site = 'https://alpenmobil.example'
const source = readFileSync('public/portal-worker.js', 'utf8')
type Answer = { status?: number; body?: string; type?: string }

let answers: Record<string, Answer>
let isOnline: boolean
let kept: Map<string, Response>
let listeners: Record<string, (event: unknown) => void>

const absolute = (path: string | { url: string }) => new URL(typeof path === 'string' ? path : path.url, site)
async function answer(asked: string | { url: string }) {
  if (!isOnline) throw new TypeError('Failed to fetch')
  const { status = 200, body = '', type = 'basic' } = answers[absolute(asked).pathname] ?? { status: 404 }
  const made = new Response(body, { status })
  return Object.defineProperty(made, 'type', { value: type })
}
const cache = {
  match: async (path: string) => kept.get(absolute(path).pathname)?.clone(),
  put: async (path: string, page: Response) => void kept.set(absolute(path).pathname, page),
  add: async (path: string) => void kept.set(absolute(path).pathname, await answer(path)),
  delete: async (path: string | { url: string }) => kept.delete(absolute(path).pathname),
  keys: async () => [...kept.keys()].map((path) => ({ url: `${site}${path}` })),
}

beforeEach(async () => {
  answers = {
    '/portal/one': { body: '<img src="/pictures/a.webp"><p>Übersicht</p>' },
    '/portal/one/guide': { body: '<img src="/portal/one/guide/photos/p"><p>Anleitung</p>' },
    '/portal/one/guide/photos/p': { body: 'photo' },
    '/portal/one/offline': { body: '<p>Kein Netz</p>' },
    '/portal/one/checkin': { body: '<p>Check-in</p>' },
    '/pictures/a.webp': { body: 'picture' },
  }
  isOnline = true
  kept = new Map([['/portal/another', new Response('eine andere Buchung')]])
  listeners = {}
  runInNewContext(source, {
    URL,
    Response,
    fetch: answer,
    caches: { open: async () => cache, match: cache.match },
    self: {
      location: { origin: site },
      registration: { scope: `${site}/portal/one` },
      addEventListener: (name: string, listener: (event: unknown) => void) => {
        listeners[name] = listener
      },
    },
  })
  const wanted = ['/portal/one', '/portal/one/guide', '/portal/one/offline', '/portal/another/guide']
  await told('message', { data: { keep: wanted } })
})

/** What the worker answers to an event, once it has done everything it wanted to do about it. */
async function told(name: string, event: object): Promise<Response | undefined> {
  const works: Promise<unknown>[] = []
  let response: Promise<Response> | undefined
  const waitUntil = (work: Promise<unknown>) => void works.push(work)
  listeners[name]?.({
    ...event,
    waitUntil,
    respondWith: (given: Promise<Response>) => {
      response = given
    },
  })
  const answered = await response
  await Promise.all(works)
  return answered
}
const request = (path: string, mode: string, method = 'GET', headers = {}) =>
  told('fetch', { request: { url: `${site}${path}`, mode, method, headers: new Headers(headers) } })
const open = async (path: string) => (await request(path, 'navigate'))?.text()
const act = (path: string) => request(path, 'cors', 'POST', { 'next-action': 'a' })
const ofLink = () => [...kept.keys()].filter((path) => path.startsWith('/portal/one'))

test('booking, guide and their pictures are kept, and nothing of another link', () => {
  expect([...kept.keys()].sort()).toEqual([
    '/pictures/a.webp',
    '/portal/another',
    '/portal/one',
    '/portal/one/guide',
    '/portal/one/guide/photos/p',
    '/portal/one/offline',
  ])
})

test('without network the kept pages open, and every other one gives the page that says so', async () => {
  isOnline = false
  expect(await open('/portal/one')).toContain('Übersicht')
  expect(await open('/portal/one/guide')).toContain('Anleitung')
  for (const room of ['checkin', 'messages', 'terms', 'change'])
    expect(await open(`/portal/one/${room}`)).toContain('Kein Netz')
})

test('what is wanted without network leads to that page too, but nothing takes a half-typed check-in away', async () => {
  expect((await act('/portal/one/guide'))?.headers.has('x-action-redirect')).toBe(false)
  isOnline = false
  expect((await act('/portal/one/guide'))?.headers.get('x-action-redirect')).toBe('/portal/one/offline;push')
  expect(await act('/portal/one/checkin')).toBeUndefined()
})

test.each([
  ['the overview', () => open('/portal/one')],
  ['a page that is not kept', () => open('/portal/one/checkin')],
  ['the data of a page', () => request('/portal/one/messages', 'cors')],
  ['where the site leads from an ended link', () => request('/no-such-booking', 'cors')],
  ['the next keeping', () => told('message', { data: { keep: ['/portal/one'] } })],
])('all that an ended link has kept is forgotten at any look: %s', async (_, look) => {
  for (const path of ofLink()) answers[path] = { status: 404 }
  answers['/portal/one/checkin'] = { status: 410 }
  await look()
  expect(ofLink()).toEqual([])
  expect(kept.has('/portal/another')).toBe(true)
})

test('a page that leads elsewhere is asked about: only with the link itself is everything forgotten', async () => {
  answers['/portal/one/guide'] = { type: 'opaqueredirect' }
  await open('/portal/one/guide?x')
  expect(ofLink()).toEqual(['/portal/one', '/portal/one/guide/photos/p', '/portal/one/offline'])
  answers['/portal/one'] = { status: 429 }
  await open('/portal/one/checkin')
  expect(ofLink()).not.toEqual([])
  answers['/portal/one'] = { status: 404 }
  answers['/portal/one/checkin'] = { type: 'opaqueredirect' }
  await open('/portal/one/checkin')
  expect(ofLink()).toEqual([])
})
