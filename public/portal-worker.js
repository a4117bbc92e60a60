// Keeps a customer's booking and guide for when there is no network: the pages, their pictures, and what they are drawn with.
// It answers only under the scope it was registered for, one private link; the network always comes first.
const CACHE = 'portal-1'
const ASSETS = /^\/(_next\/static|fonts|pictures)\/|\/guide\/photos\//
const LINK = new URL(self.registration.scope).pathname
/** Stands in for every page that is not kept, in the language of those that are. */
const OFFLINE = `${LINK}/offline`
const KEPT = [LINK, `${LINK}/guide`]
/** Where the site leads from a link that is wrong or has ended. */
const NO_BOOKING = '/no-such-booking'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** A page names what is to be kept; it was loaded before this worker could see it, so it is fetched once more, with its files. */
self.addEventListener('message', (event) => event.waitUntil(keep(event.data?.keep ?? [])))

const isOfLink = (path) => path === LINK || path.startsWith(`${LINK}/`)
const isGone = ({ status }) => status === 404 || status === 410
const ask = (path) => fetch(path, { credentials: 'same-origin' }).catch(() => null)

async function keep(paths) {
  const cache = await caches.open(CACHE)
  for (const path of paths.filter(isOfLink)) {
    const page = await ask(path)
    if (page && isGone(page)) return forget()
    if (!page?.ok || page.redirected) continue
    const html = await page.clone().text()
    await cache.put(path, page)
    const files = [...html.matchAll(/(?:src|href)="(\/[^"?]+)"/g)].map(([, file]) => file)
    const own = [...new Set(files)].filter((file) => ASSETS.test(file))
    await Promise.all(own.map((file) => addOnce(cache, file)))
  }
}

async function addOnce(cache, file) {
  if (!(await cache.match(file))) await cache.add(file).catch(() => undefined)
}

/** Everything this link has kept: one that was ended must no longer be read. */
async function forget() {
  const cache = await caches.open(CACHE)
  const own = (await cache.keys()).filter(({ url }) => isOfLink(new URL(url).pathname))
  await Promise.all(own.map((request) => cache.delete(request)))
}

/** A page of the link was not given: the front page tells whether the link has ended, or only that page is gone. */
async function look(path) {
  const front = await ask(LINK)
  if (front && isGone(front)) await forget()
  else if (front?.ok) await (await caches.open(CACHE)).delete(path)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.method === 'POST') {
    // What is typed in the check-in stays where it is, and says by itself that it could not be sent.
    if (request.headers.has('next-action') && pathname !== `${LINK}/checkin`) event.respondWith(act(request))
  } else if (request.method !== 'GET') return
  else if (request.mode === 'navigate') event.respondWith(open(event, pathname))
  else if (ASSETS.test(pathname)) event.respondWith(load(request, pathname))
  // Never the data a page is refreshed with: offline it would stand in for the page itself. But where it leads to, is news.
  else if (pathname === NO_BOOKING) event.waitUntil(look(LINK))
  else if (isOfLink(pathname)) event.respondWith(refresh(event, pathname))
})

async function open(event, path) {
  const cache = await caches.open(CACHE)
  const isKept = KEPT.includes(path)
  try {
    const answer = await fetch(event.request)
    // With a query the page tells of what was just done, which is no news later.
    if (answer.ok && isKept && !new URL(event.request.url).search) await cache.put(path, answer.clone())
    else if (isGone(answer) || answer.type === 'opaqueredirect') event.waitUntil(look(path))
    return answer
  } catch (failure) {
    const page = (isKept && (await cache.match(path, { ignoreVary: true }))) || (await cache.match(OFFLINE))
    if (page) return page
    throw failure
  }
}

async function load(request, path) {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(path, answer.clone())
    else if (isGone(answer)) await cache.delete(path)
    return answer
  } catch (failure) {
    const kept = await cache.match(path, { ignoreVary: true })
    if (kept) return kept
    throw failure
  }
}

async function refresh(event, path) {
  const answer = await fetch(event.request)
  if (isGone(answer)) event.waitUntil(look(path))
  return answer
}

/** What somebody wants done; without network they are led to the page that says so, instead of one that says the fault is ours. */
async function act(request) {
  try {
    return await fetch(request)
  } catch (failure) {
    if (!(await caches.match(OFFLINE))) throw failure
    return new Response(null, { headers: { 'x-action-redirect': `${OFFLINE};push` } })
  }
}
