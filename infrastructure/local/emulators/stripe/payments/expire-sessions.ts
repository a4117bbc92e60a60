import { nowSeconds } from '../ids.ts'
import { expireSession } from '../resources/checkout-sessions.ts'
import type { World } from '../world.ts'

/** Expires every open session whose time has come. */
export function expireDueSessions(world: World): void {
  const now = nowSeconds()
  for (const { owner, value } of world.store.everywhere('checkout.session')) {
    if (value.status === 'open' && value.expires_at <= now) expireSession(world, owner, value)
  }
}
