import { CacheFirst, ExpirationPlugin, Serwist } from 'serwist'
import { FILES_CACHE, PICTURES_CACHE, SHELL_CACHE } from '@/lib/handover/offline/caches'

/**
 * Keeps the handovers' page, what it is made of, and what vehicles looked like at their pickup, for the garage without
 * network. It keeps no answers of the server: what is shown and what is sent comes from the phone's own memory.
 */

/** What of a service worker's world is used here; the types of pages and of workers cannot both be loaded. */
type KeepMessage = {
  waitUntil: (work: Promise<unknown>) => void
  data: { kind?: string; urls?: string[] } | null
}

const SHELL = '/handover'
/** A garage's network that hardly is one must not keep anybody waiting. */
const PATIENCE_MS = 4_000
const PART = /\/(?:_next\/static|fonts)\/[^"'\\\s)<>]+?\.(?:js|css|woff2)/g

const files = new CacheFirst({
  cacheName: FILES_CACHE,
  plugins: [new ExpirationPlugin({ maxEntries: 600, purgeOnQuotaError: true })],
})
const pictures = new CacheFirst({
  cacheName: PICTURES_CACHE,
  plugins: [
    new ExpirationPlugin({ maxEntries: 1_000, maxAgeSeconds: 14 * 86_400, purgeOnQuotaError: true }),
    // Asked as a script would ask, so that the answer from storage can be read and is counted at its real size.
    { requestWillFetch: async ({ request }) => new Request(request.url, { credentials: 'same-origin' }) },
  ],
})

const worker = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ sameOrigin, url }) => sameOrigin && /^\/(_next\/static|fonts)\//.test(url.pathname),
      handler: files,
    },
    {
      matcher: ({ sameOrigin, url }) =>
        sameOrigin &&
        /^\/api\/handovers\/[^/]+\/photos\//.test(url.pathname) &&
        url.searchParams.get('size') === 'thumbnail',
      handler: pictures,
    },
    { matcher: ({ request }) => request.mode === 'navigate', handler: ({ request }) => openPage(request) },
  ],
})
worker.addEventListeners()

/** The page from the server, or the kept one when the server cannot be reached in time. */
async function openPage(request: Request): Promise<Response> {
  const kept = await caches.match(SHELL, { cacheName: SHELL_CACHE })
  if (!kept) return fetch(request)
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS))
  const fresh = await Promise.race([fetch(request).catch(() => null), late])
  return fresh && fresh.status < 500 ? fresh : kept
}

addEventListener('message', (event) => {
  const message = event as unknown as KeepMessage
  if (message.data?.kind === 'keep') message.waitUntil(keep(message.data.urls ?? []))
})

/** Keeps the page once everything it needs is kept: half a page would be none. */
async function keep(loaded: string[]): Promise<void> {
  const page = await fetch(SHELL, { credentials: 'same-origin' }).catch(() => null)
  // Sent to the log-in: nobody's page is kept.
  if (!page?.ok || page.redirected) return
  const html = await page.clone().text()
  const own = loaded.map((url) => new URL(url)).filter(({ origin }) => origin === location.origin)
  const wanted = new Set([
    ...(html.match(PART) ?? []),
    ...own.map(({ pathname }) => pathname).filter((path) => path.startsWith('/_next/static/')),
  ])
  const cache = await caches.open(FILES_CACHE)
  const missing = await Promise.all(
    [...wanted].map(async (path) => ((await cache.match(path)) ? [] : [path])),
  )
  await cache.addAll(missing.flat())
  await (await caches.open(SHELL_CACHE)).put(SHELL, page)
}
