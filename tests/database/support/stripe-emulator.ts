import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startStripe } from '../../../infrastructure/local/emulators/stripe/start.ts'
import { freePort } from '../../emulators/support/free-port.ts'

/** Stripe as the application's client finds it: filled in before the tests, so that a mock of the client can name it. */
export interface EmulatedStripe {
  stripe: Stripe
  /** Lets time pass at Stripe. */
  advance(days: number): Promise<void>
  /** What banks do behind Stripe: `payouts`, `disputes`, and how each ends. */
  bank<T>(path: string, body?: object): Promise<T>
  /** A customer at Stripe with a card on file, as Stripe's own test names call it. */
  cardOnFile(alias: string): Promise<{ customer: string; method: string }>
}

/** Runs a Stripe emulator beside the tests of one file, its clock right before each. Its events go nowhere: tests say when one arrives. */
export function emulateStripe(into: Partial<EmulatedStripe>): EmulatedStripe {
  let close: (() => Promise<void>) | undefined
  let ahead = 0
  beforeAll(async () => {
    const port = await freePort()
    const emulator = await startStripe({
      port,
      appUrl: 'http://127.0.0.1:9',
      webhookSecret: 'whsec_nobody',
      connectWebhookSecret: 'whsec_nobody',
      connectedAccounts: [],
      stateFile: null,
      log: () => {},
    })
    close = emulator.close
    const stripe = new Stripe('sk_test_emulator', {
      host: 'localhost',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
    })
    Object.assign(into, {
      stripe,
      advance: async (days: number) => {
        ahead += days
        const body = JSON.stringify({ advanceSeconds: Math.round(days * 86_400) })
        await fetch(`${emulator.url}/_emulate/clock`, { method: 'POST', body })
      },
      bank: async <T>(path: string, body: object = {}) => {
        const answer = await fetch(`${emulator.url}/_emulate/${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
        })
        return (await answer.json()) as T
      },
      cardOnFile: async (alias: string) => {
        const customer = await stripe.customers.create({ email: 'anna@example.ch' })
        const method = await stripe.paymentMethods.attach(alias, { customer: customer.id })
        return { customer: customer.id, method: method.id }
      },
    } satisfies EmulatedStripe)
  })
  beforeEach(() => into.advance?.(-ahead))
  afterAll(() => close?.())
  return into as EmulatedStripe
}
