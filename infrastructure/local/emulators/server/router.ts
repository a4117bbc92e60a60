/** One incoming HTTP request, with its body read. */
export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  params: Record<string, string>
  body: Buffer
}

export type Handler = (call: Call) => Response | Promise<Response>

export interface Route {
  method: string
  pattern: RegExp
  names: string[]
  handler: Handler
}

/** Describes one route; `:name` in the path matches one segment and ends up in `call.params`. */
export function route(method: string, path: string, handler: Handler): Route {
  const names: string[] = []
  const source = path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, (_, name: string) => {
    names.push(name)
    return '([^/]+)'
  })
  return { method, pattern: new RegExp(`^${source}$`), names, handler }
}

/** Calls the first route that matches, or answers null so that the caller can say 404 in its own words. */
export function dispatch(routes: Route[], call: Call): Response | Promise<Response> | null {
  for (const candidate of routes) {
    if (candidate.method !== call.method) continue
    const match = candidate.pattern.exec(call.path)
    if (!match) continue
    const params = Object.fromEntries(
      candidate.names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]),
    )
    return candidate.handler({ ...call, params })
  }
  return null
}
