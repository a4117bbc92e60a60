import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Gateway } from './gateway.ts'

/** Serves the gateway over HTTP on the loopback address. */
export async function serveGateway(gateway: Gateway, port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    handle(gateway, incoming, outgoing, port).catch((error: unknown) => {
      console.error(error)
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'application/json' })
      outgoing.end('{"code":"GATEWAY","message":"The local gateway failed; see its log."}')
    })
  })
  server.keepAliveTimeout = 65_000
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function handle(
  gateway: Gateway,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
): Promise<void> {
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const request = new Request(
    new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? `127.0.0.1:${port}`}`),
    {
      method: incoming.method ?? 'GET',
      headers: headersOf(incoming),
      ...(hasBody && { body: Readable.toWeb(incoming) as globalThis.ReadableStream, duplex: 'half' }),
    },
  )
  const response = await gateway.fetch(request, incoming.socket.remoteAddress ?? null)
  outgoing.writeHead(response.status, response.statusText || undefined, outgoingHeaders(response.headers))
  if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
  else outgoing.end()
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const single of Array.isArray(value) ? value : [value])
      if (single !== undefined) headers.append(name, single)
  }
  return headers
}

/** `set-cookie` is the one header that may not be joined by commas. */
function outgoingHeaders(headers: Headers): Record<string, string | string[]> {
  const cookies = headers.getSetCookie()
  return { ...Object.fromEntries(headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) }
}
