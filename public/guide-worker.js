// Keeps a customer's guide for when there is no network: the page, its pictures, and what the page is drawn with.
// It answers only under the scope it was registered for, the guide of one private link; the network always comes first.
const CACHE = 'guide-1'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim().then(keepOpenPages)))

/** The page that brought this worker was loaded before it could keep anything: it is fetched once more, with its files. */
async function keepOpenPages() {
  const cache = await caches.open(CACHE)
  const pages = await self.clients.matchAll({ type: 'window' })
  for (const { url } of pages) {
    const page = await fetch(url, { credentials: 'same-origin' }).catch(() => null)
    if (!page?.ok) continue
    const html = await page.clone().text()
    await cache.put(url.split('#')[0], page)
    const files = [...html.matchAll(/(?:src|href)="(\/(?:_next\/static\/|portal\/)[^"]+)"/g)].map(([, path]) => path)
    const own = files.filter((path) => path.startsWith('/_next/static/') || path.includes('/guide/photos/'))
    await Promise.all([...new Set(own)].map((path) => cache.add(path).catch(() => undefined)))
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const isGuide = /^\/portal\/[^/]+\/guide(\/photos\/[^/]+)?$/.test(pathname)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (isGuide || pathname.startsWith('/_next/static/')) event.respondWith(networkFirst(request))
})

async function networkFirst(request) {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request)
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone())
    // A link that was ended, or a page that is gone, is no longer kept either.
    else if (answer.status === 404 || answer.redirected) await cache.delete(request)
    return answer
  } catch (failure) {
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true })
    if (kept) return kept
    throw failure
  }
}
