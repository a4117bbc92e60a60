import 'server-only'
import Stripe from 'stripe'
import { env } from '@/lib/core/env'
import { processWide } from '@/lib/core/process-wide'

/** Stripe's SDK, configured once. Calls give up before a queue's lock runs out, so that nothing is done by two workers. */
export function stripe(): Stripe {
  return processWide('stripe', () => {
    const base = env().STRIPE_API_BASE && new URL(env().STRIPE_API_BASE ?? '')
    return new Stripe(env().STRIPE_SECRET_KEY, {
      maxNetworkRetries: 2,
      timeout: 20_000,
      telemetry: false,
      ...(base && {
        host: base.hostname,
        port: base.port || (base.protocol === 'http:' ? 80 : 443),
        protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
      }),
    })
  })
}

/** Whether our key moves real money; an event of the other mode is not ours. */
export function isLiveMode(): boolean {
  return /^(sk|rk)_live_/.test(env().STRIPE_SECRET_KEY)
}

/** Options that make a call act as the company's connected account, if it has one. */
export function actingAs(account: string | null | undefined): { stripeAccount?: string } {
  return account ? { stripeAccount: account } : {}
}
