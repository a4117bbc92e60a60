import { clockSeconds } from '../clock.ts'
import type { World } from '../world.ts'
import { cancelIntent } from './capture.ts'

/** Lets every held amount go that was not captured in time, as Stripe does by itself. */
export function lapseDueHolds(world: World): void {
  const now = clockSeconds()
  for (const { owner, value: intent } of world.store.everywhere('payment_intent')) {
    if (intent.status !== 'requires_capture' || !intent.latest_charge) continue
    const charge = world.store.get('charge', owner, intent.latest_charge)
    const { payment_method_details: details } = charge
    const until = details.type === 'card' ? details.card.capture_before : undefined
    if (until === undefined || until > now) continue
    world.emit('charge.expired', owner, charge)
    cancelIntent(world, owner, intent, {}, 'automatic')
  }
}
