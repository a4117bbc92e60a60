import { type Route, route } from '../server/router.ts'
import { closeDispute, openDispute } from './resources/disputes.ts'
import { endPayout, payOut } from './resources/payouts.ts'
import type { World } from './world.ts'

const unknown = () => Response.json({ error: 'No such object' }, { status: 404 })

/** What banks do behind Stripe: pay out, let a payout come back, contest a charge and decide about it. */
export function bankControlRoutes(world: World): Route[] {
  return [
    route('POST', '/_emulate/payouts', (call) => {
      const { account = null } = JSON.parse(call.body.toString() || '{}') as { account?: string | null }
      return Response.json(payOut(world, account))
    }),
    route('POST', '/_emulate/payouts/:id/:end', (call) => {
      const found = world.store.locate('payout', call.params.id ?? '')
      if (!found) return unknown()
      endPayout(world, found.owner, found.value, call.params.end === 'paid')
      return Response.json(found.value)
    }),
    route('POST', '/_emulate/disputes', (call) => {
      const { charge, reason = 'fraudulent' } = JSON.parse(call.body.toString()) as {
        charge: string
        reason?: string
      }
      const found = world.store.locate('charge', charge)
      return found ? Response.json(openDispute(world, found.owner, found.value, reason)) : unknown()
    }),
    route('POST', '/_emulate/disputes/:id/:end', (call) => {
      const found = world.store.locate('dispute', call.params.id ?? '')
      if (!found) return unknown()
      closeDispute(world, found.owner, found.value, call.params.end === 'won')
      return Response.json(found.value)
    }),
  ]
}
