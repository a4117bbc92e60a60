import type { Deliveries } from '../server/deliveries.ts'
import { type Call, type Route, route } from '../server/router.ts'
import { endPeriod, endSubscription, payArrears } from './billing/subscriptions.ts'
import { advanceClock } from './clock.ts'
import { StripeApiError } from './errors.ts'
import type { Subscription } from './objects/subscription.ts'
import type { Owner, StripeEvent } from './objects.ts'
import type { World } from './world.ts'

/** What time does to a subscription, done at once: its period ends, its arrears are tried again, Stripe gives up. */
const TURNS: Record<string, (world: World, owner: Owner, subscription: Subscription) => unknown> = {
  renew: (...given) => endPeriod(...given, false),
  'fail-renewal': (...given) => endPeriod(...given, true),
  retry: payArrears,
  end: endSubscription,
}

/** The emulator's own switches, beside the fault switches: start over, send an event again, let time pass. */
export function controlRoutes(options: {
  world: World
  webhooks: Deliveries<StripeEvent>
  reset(): void
  /** Does what is due by now. */
  sweep(): void
}): Route[] {
  const { world } = options
  return [
    route('POST', '/_emulate/reset', () => {
      options.reset()
      return Response.json({ reset: true })
    }),
    route('POST', '/_emulate/clock', (call) => {
      const { advanceSeconds } = JSON.parse(call.body.toString()) as { advanceSeconds: number }
      advanceClock(advanceSeconds)
      options.sweep()
      return Response.json({ advanced: advanceSeconds })
    }),
    route('POST', '/_emulate/events/:id/resend', (call) => {
      const found = world.store.locate('event', call.params.id ?? '')
      if (!found) return Response.json({ error: 'No such event' }, { status: 404 })
      options.webhooks.deliver(found.value)
      return Response.json({ resent: found.value.id })
    }),
    route('POST', '/_emulate/subscriptions/:id/:turn', (call) => passTime(world, call)),
  ]
}

function passTime(world: World, { params }: Call): Response {
  const found = world.store.locate('subscription', params.id ?? '')
  const turn = TURNS[params.turn ?? '']
  if (!found || !turn) return Response.json({ error: 'No such subscription or turn' }, { status: 404 })
  try {
    turn(world, found.owner, found.value)
  } catch (error) {
    if (error instanceof StripeApiError) return error.toResponse()
    throw error
  }
  return Response.json(found.value)
}
