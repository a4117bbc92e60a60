// Keeps a customer's booking and guide for when there is no network: the pages, their pictures, and what they are drawn with.
// It answers only under the scope it was registered for, one private link; the network always comes first.
const CACHE = 'portal-1'
const ASSETS = /^\/(_next\/static|fonts|pictures)\/|\/guide\/photos\//

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** A page names what is to be kept; it was loaded before this worker could see it, so it is fetched once more, with its files. */
self.addEventListener('message', (event) => event.waitUntil(keep(event.data?.keep ?? [])))

async function keep(paths) {
  const cache = await caches.open(CACHE)
  const scope = new URL(self.registration.scope).pathname
  for (const path of paths.filter((one) => one.startsWith(scope))) {
    const page = await fetch(path, { credentials: 'same-origin' }).catch(() => null)
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

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  // Never the data a page is refreshed with: offline it would stand in for the page itself.
  if (request.mode === 'navigate' ? /^\/portal\/[^/]+(\/guide)?$/.test(pathname) : ASSETS.test(pathname))
    event.respondWith(networkFirst(request, pathname))
})

async function networkFirst(request, path) {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request)
    // With a query the page tells of what was just done, which is no news later.
    if (answer.ok && !new URL(request.url).search) await cache.put(path, answer.clone())
    // A link that was ended, or a page that is gone, is no longer kept either.
    else if (answer.status === 404 || answer.type === 'opaqueredirect') await cache.delete(path)
    return answer
  } catch (failure) {
    const kept = await cache.match(path, { ignoreVary: true })
    if (kept) return kept
    throw failure
  }
}
