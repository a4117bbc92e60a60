import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Call, Handler } from './router.ts'

/** Thrown by a handler to close the connection without an answer, as a broken network would. */
export class ConnectionLost extends Error {}

/** Serves `handler` on the loopback address, which is also `localhost`. */
export async function listen(port: number, handler: Handler, log: (line: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response, handler).catch((error: unknown) => {
      if (!(error instanceof ConnectionLost)) log(`${request.method} ${request.url}: ${String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

/** Stops listening and drops the connections that browsers and SDKs keep open. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  const result = await handler(await readCall(request))
  response.writeHead(result.status, Object.fromEntries(result.headers))
  response.end(Buffer.from(await result.arrayBuffer()))
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', 'http://localhost')
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    params: {},
    body: Buffer.concat(chunks),
  }
}
