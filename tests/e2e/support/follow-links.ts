import { call } from '../../load/http.ts'

/** An address that did not lead anywhere, and a page that leads there. */
export interface BrokenLink {
  address: string
  answer: string
  foundOn: string
}

/** Two addresses of one shape are the same page with other data: one of them is enough. */
function shapeOf(address: URL): string {
  const path = address.pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, ':id')
  return `${address.origin}${path}?${[...new Set(address.searchParams.keys())].sort().join('&')}`
}

/** The links of a page as it comes from the server. */
function linksOf(html: string, page: URL): URL[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), page),
  )
}

/** Follows every link from the given pages on, staying on their hosts; answers how many it went to and which broke. */
export async function followLinks(
  starts: string[],
  headers: Record<string, string>,
): Promise<{ visited: number; broken: BrokenLink[] }> {
  const origins = new Set(starts.map((start) => new URL(start).origin))
  const queue = starts.map((start) => ({ address: new URL(start), foundOn: start }))
  const seen = new Set(queue.map(({ address }) => shapeOf(address)))
  const broken: BrokenLink[] = []
  for (const { address, foundOn } of queue) {
    const { status, page, html } = await open(address, headers)
    const isLost = page.pathname === '/login' && address.pathname !== '/login'
    if (status !== 200 || isLost || isEmpty(html))
      broken.push({ address: address.href, answer: `${status} ${page.href}`, foundOn })
    for (const link of linksOf(html, page)) {
      if (!origins.has(link.origin) || seen.has(shapeOf(link))) continue
      seen.add(shapeOf(link))
      queue.push({ address: link, foundOn: address.href })
    }
  }
  return { visited: queue.length, broken }
}

/** What is at an address in the end; asked at this machine by name, because not every resolver knows `*.localhost`. */
async function open(
  address: URL,
  headers: Record<string, string>,
): Promise<{ status: number; page: URL; html: string }> {
  const here = Object.assign(new URL(address), { hostname: '127.0.0.1' })
  const answer = await call(here.href, { host: address.host, headers })
  const next = answer.headers.location
  if (next) return open(new URL(next, address), headers)
  const isPage = answer.headers['content-type']?.includes('html')
  return { status: answer.status, page: address, html: isPage ? answer.body : '' }
}

/** A page that began to be sent cannot answer 404 any more: it says so inside. */
function isEmpty(html: string): boolean {
  return html.includes('NEXT_HTTP_ERROR_FALLBACK')
}
