import type { Faults } from './faults.ts'

export interface Deliveries<T> {
  /** Sends an item, again and again until it is accepted or given up. */
  deliver(item: T): void
  /** Sends what `holdDeliveries` kept back, once it is off. */
  release(): void
  /** Forgets what is still to be sent. */
  clear(): void
}

interface DeliveryOptions<T> {
  faults: Faults
  /** Sends once; true when the receiver accepted. */
  send(item: T): Promise<boolean>
  /** How long to wait before the next attempt, or null to give up. */
  retryAfterMs(item: T, attempts: number): number | null
}

/** Outgoing calls to the application, subject to the delivery faults: doubled, held back, out of order. */
export function createDeliveries<T>({ faults, send, retryAfterMs }: DeliveryOptions<T>): Deliveries<T> {
  const timers = new Set<NodeJS.Timeout>()
  let held: T[] = []

  function attemptLater(delayMs: number, item: T, attempts: number): void {
    const timer = setTimeout(async () => {
      timers.delete(timer)
      if (await send(item)) return
      const wait = retryAfterMs(item, attempts + 1)
      if (wait !== null) attemptLater(wait, item, attempts + 1)
    }, delayMs)
    timer.unref()
    timers.add(timer)
  }

  function start(item: T): void {
    for (let copy = 0; copy <= faults.current.duplicateDeliveries; copy += 1) attemptLater(0, item, 0)
  }

  return {
    deliver(item) {
      if (faults.current.holdDeliveries) held.push(item)
      else start(item)
    },
    release() {
      if (faults.current.holdDeliveries) return
      const items = faults.current.shuffleDeliveries ? shuffle(held) : held
      held = []
      for (const item of items) start(item)
    },
    clear() {
      held = []
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** Posts a body and tells the status, or null when nobody answered. */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}

const ANSWER_WITHIN_MS = 20_000

function shuffle<T>(items: T[]): T[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
