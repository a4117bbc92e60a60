import type { Deliveries } from '../server/deliveries.ts'
import { type Route, route } from '../server/router.ts'
import { advanceClock } from './clock.ts'
import type { StripeEvent } from './objects.ts'
import type { Store } from './store.ts'

/** The emulator's own switches, beside the fault switches: start over, send an event again, let time pass. */
export function controlRoutes(options: {
  store: Store
  webhooks: Deliveries<StripeEvent>
  reset(): void
  /** Does what is due by now. */
  sweep(): void
}): Route[] {
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
      const found = options.store.locate('event', call.params.id ?? '')
      if (!found) return Response.json({ error: 'No such event' }, { status: 404 })
      options.webhooks.deliver(found.value)
      return Response.json({ resent: found.value.id })
    }),
  ]
}
