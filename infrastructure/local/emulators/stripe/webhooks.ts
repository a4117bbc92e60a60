import { createHmac } from 'node:crypto'
import type { Faults } from '../server/faults.ts'
import { nowSeconds } from './ids.ts'
import type { StripeEvent } from './resources/events.ts'

/** What the product's endpoint is subscribed to, as one would choose it in Stripe's dashboard. */
export const SUBSCRIBED_EVENTS = [
  'account.updated',
  'charge.refunded',
  'checkout.session.completed',
  'checkout.session.expired',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.succeeded',
  'setup_intent.succeeded',
]

export interface Webhooks {
  /** Sends an event, again and again until the endpoint answers 2xx. */
  deliver(event: StripeEvent): void
  /** Sends what `holdDeliveries` kept back, once it is off. */
  release(): void
  /** Forgets what is still to be sent. */
  clear(): void
}

interface WebhookOptions {
  url: string
  secret: string
  faults: Faults
  log(line: string): void
  /** Called when the endpoint has accepted an event. */
  onDelivered(): void
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000
const GIVE_UP_SECONDS = 3 * 24 * 3600
const ANSWER_WITHIN_MS = 20_000

/** The endpoint Stripe would call: signed, repeated with back-off for three days. */
export function createWebhooks({ url, secret, faults, log, onDelivered }: WebhookOptions): Webhooks {
  const timers = new Set<NodeJS.Timeout>()
  let held: StripeEvent[] = []

  function later(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, delayMs)
    timer.unref()
    timers.add(timer)
  }

  async function attempt(event: StripeEvent, attempts: number): Promise<void> {
    const status = await post(event)
    if (status !== null && status >= 200 && status < 300) {
      if (event.pending_webhooks > 0) event.pending_webhooks -= 1
      onDelivered()
      return
    }
    const wait = Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS)
    log(`stripe: ${event.type} ${event.id} → ${status ?? 'no answer'}, again in ${wait} ms`)
    if (event.created > nowSeconds() - GIVE_UP_SECONDS) later(wait, () => void attempt(event, attempts + 1))
  }

  async function post(event: StripeEvent): Promise<number | null> {
    const body = JSON.stringify(event, null, 2)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature(body, secret, nowSeconds()),
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return null
    }
  }

  function send(event: StripeEvent): void {
    for (let copy = 0; copy <= faults.current.duplicateDeliveries; copy += 1)
      later(0, () => void attempt(event, 0))
  }

  return {
    deliver(event) {
      if (faults.current.holdDeliveries) held.push(event)
      else send(event)
    },
    release() {
      if (faults.current.holdDeliveries) return
      const events = faults.current.shuffleDeliveries ? shuffle(held) : held
      held = []
      for (const event of events) send(event)
    },
    clear() {
      held = []
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** Stripe's signature header: the time and an HMAC over time and raw body. */
export function signature(body: string, secret: string, timestamp: number): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return `t=${timestamp},v1=${digest}`
}

function shuffle<T>(items: T[]): T[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
