import { Agent, type IncomingHttpHeaders, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export interface Answer {
  status: number
  milliseconds: number
  headers: IncomingHttpHeaders
  body: string
}

interface Call {
  method?: string
  /** The Host header, for company sites: `{slug}.localhost:3000` is not in everybody's DNS. */
  host?: string
  headers?: Record<string, string>
  body?: unknown
}

/** One request to this machine; never throws for a status. Refuses any other target. */
export function call(url: string, { method = 'GET', host, headers = {}, body }: Call = {}): Promise<Answer> {
  const target = new URL(url)
  if (!['127.0.0.1', 'localhost'].includes(target.hostname))
    throw new Error(`${target.hostname} is not this machine`)
  const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port: target.port,
        path: target.pathname + target.search,
        method,
        headers: {
          host: host ?? target.host,
          ...(payload !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            milliseconds: performance.now() - started,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(payload)
  })
}

/** How often each status came. */
export function tally(answers: Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** The given share (0.95 = p95) of the answers was at least this fast, in milliseconds. */
export function percentile(answers: Answer[], share: number): number {
  const sorted = answers.map((answer) => answer.milliseconds).sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0)
}
