import { createHmac } from 'node:crypto'
import { createDeliveries, type Deliveries, post } from '../server/deliveries.ts'
import type { Faults } from '../server/faults.ts'
import { clockSeconds, machineSeconds } from './clock.ts'
import type { StripeEvent } from './objects.ts'

/** What the product's endpoint is subscribed to, as one would choose it in Stripe's dashboard. */
export const SUBSCRIBED_EVENTS = [
  'account.updated',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'charge.expired',
  'charge.refunded',
  'charge.updated',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer.subscription.created',
  'customer.subscription.deleted',
  'customer.subscription.updated',
  'invoice.paid',
  'invoice.payment_failed',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.succeeded',
  'payout.canceled',
  'payout.created',
  'payout.failed',
  'payout.paid',
  'payout.updated',
  'refund.created',
  'refund.failed',
  'refund.updated',
  'setup_intent.succeeded',
]

interface WebhookOptions {
  url: string
  /** The platform's events and those of connected accounts have a secret each. */
  secretFor(event: StripeEvent): string
  faults: Faults
  log(line: string): void
  /** Called when the endpoint has accepted an event. */
  onDelivered(): void
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000
const GIVE_UP_SECONDS = 3 * 24 * 3600

/** The endpoint Stripe would call: signed, repeated with back-off for three days. */
export function createWebhooks(options: WebhookOptions): Deliveries<StripeEvent> {
  const { url, secretFor, faults, log, onDelivered } = options
  return createDeliveries<StripeEvent>({
    faults,
    async send(event) {
      const body = JSON.stringify(event, null, 2)
      const status = await post(url, body, {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature(body, secretFor(event), machineSeconds()),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      })
      const accepted = status !== null && status >= 200 && status < 300
      if (accepted) {
        event.pending_webhooks = 0
        onDelivered()
      } else {
        log(
          `stripe: ${event.type} ${event.id} was not accepted (${status ?? 'no answer'}), will be sent again`,
        )
      }
      return accepted
    },
    retryAfterMs(event, attempts) {
      if (event.created < clockSeconds() - GIVE_UP_SECONDS) return null
      return Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)
    },
  })
}

/** Stripe's signature header: the time and an HMAC over time and raw body. */
function signature(body: string, secret: string, timestamp: number): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return `t=${timestamp},v1=${digest}`
}
