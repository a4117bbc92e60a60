import { createHash } from 'node:crypto'
import type { Call } from '../server/router.ts'
import { StripeApiError } from './errors.ts'
import { nowSeconds } from './ids.ts'
import type { Owner } from './objects.ts'

interface SavedAnswer {
  path: string
  fingerprint: string
  status: number
  body: string
  savedAt: number
}

export type SavedAnswers = Record<string, SavedAnswer>

export interface IdempotencyKeys {
  /** The first answer to this key, or null; refuses a key that came with another request. */
  replay(owner: Owner, call: Call): Response | null
  save(owner: Owner, call: Call, status: number, body: string): void
  clear(): void
  snapshot(): SavedAnswers
}

const LIFETIME_SECONDS = 24 * 3600

/** Remembers answers by idempotency key, for each account by itself. */
export function createIdempotencyKeys(saved: SavedAnswers | null): IdempotencyKeys {
  const answers = new Map(Object.entries(saved ?? {}))

  return {
    replay(owner, call) {
      const key = keyOf(owner, call)
      const known = key ? answers.get(key) : undefined
      if (!known || known.savedAt < nowSeconds() - LIFETIME_SECONDS) return null
      if (known.path !== call.path || known.fingerprint !== fingerprint(call)) throw keyMismatch(call, known)
      return jsonText(known.body, known.status, { 'idempotent-replayed': 'true' })
    },
    save(owner, call, status, body) {
      const key = keyOf(owner, call)
      // A request that was refused before it ran leaves no trace, so that it may be corrected and sent again.
      if (!key || [400, 401, 403, 404, 409, 429].includes(status)) return
      answers.set(key, {
        path: call.path,
        fingerprint: fingerprint(call),
        status,
        body,
        savedAt: nowSeconds(),
      })
    },
    clear: () => answers.clear(),
    snapshot: () => Object.fromEntries(answers),
  }
}

export function jsonText(body: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })
}

function keyOf(owner: Owner, call: Call): string | null {
  const key = call.method === 'POST' ? call.headers.get('idempotency-key') : null
  if (key && key.length > 255) {
    throw new StripeApiError(400, {
      type: 'idempotency_error',
      message: 'Idempotency keys must be at most 255 characters.',
    })
  }
  return key && `${owner ?? ''} ${key}`
}

function fingerprint(call: Call): string {
  return createHash('sha256').update(call.body).digest('hex')
}

function keyMismatch(call: Call, known: SavedAnswer): StripeApiError {
  const key = call.headers.get('idempotency-key')
  const what =
    known.path === call.path ? 'with the same parameters' : `for the same endpoint ('${known.path}')`
  return new StripeApiError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used ${what} they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}
