import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startStripe } from '../../../infrastructure/local/emulators/stripe/start.ts'
import { freePort } from './free-port.ts'
import { openWebhookInbox, type WebhookInbox } from './inbox.ts'

export const WEBHOOK_SECRET = 'whsec_test_emulator'
export const CONNECT_WEBHOOK_SECRET = 'whsec_connect'

export interface StripeWorld {
  stripe: Stripe
  url: string
  inbox: WebhookInbox
  /** Sets fault switches. */
  faults(settings: Record<string, unknown>): Promise<Response>
}

/** Runs a Stripe emulator and a webhook endpoint around the tests of one file, empty before each. */
export function startStripeWorld(): StripeWorld {
  const world = {} as StripeWorld
  const closers: (() => Promise<void>)[] = []

  beforeAll(async () => {
    const port = await freePort()
    world.inbox = await openWebhookInbox()
    const emulator = await startStripe({
      port,
      appUrl: world.inbox.url,
      webhookSecret: WEBHOOK_SECRET,
      connectWebhookSecret: CONNECT_WEBHOOK_SECRET,
      connectedAccounts: [{ id: 'acct_demo', name: 'Alpenmobil AG' }],
      stateFile: null,
      log: () => {},
    })
    closers.push(emulator.close, world.inbox.close)
    world.url = emulator.url
    world.stripe = new Stripe('sk_test_emulator', {
      host: 'localhost',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
    })
    world.faults = (settings) =>
      fetch(`${emulator.url}/_emulate/faults`, { method: 'POST', body: JSON.stringify(settings) })
  })
  beforeEach(async () => {
    await fetch(`${world.url}/_emulate/reset`, { method: 'POST' })
    world.inbox.deliveries.length = 0
    world.inbox.answer = () => 200
  })
  afterAll(async () => {
    for (const close of closers) await close()
  })
  return world
}

/** Opens the hosted page, types a card and submits, as a browser would. */
export async function payOnPage(sessionUrl: string, number: string): Promise<Response> {
  const shown = await fetch(sessionUrl)
  if (!shown.ok) throw new Error(`The checkout page answered ${shown.status}`)
  return submitForm(sessionUrl, {
    email: 'anna@example.ch',
    number,
    expiry: '12 / 34',
    cvc: '123',
    name: 'Anna Muster',
  })
}

/** Posts a form and leaves the redirect to the caller. */
export function submitForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

/** A checkout of CHF 120 with the product's usual fields. */
export function bookingCheckout(extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'chf', unit_amount: 12_000, product_data: { name: 'VW Golf, 3 days' } },
      },
    ],
    success_url: 'https://alpenmobil.example/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://alpenmobil.example/cancelled',
    metadata: { reservation_id: 'r1' },
    payment_intent_data: { metadata: { reservation_id: 'r1' } },
    ...extra,
  } satisfies Stripe.Checkout.SessionCreateParams
}
