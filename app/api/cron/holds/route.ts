import { cronRoute } from '@/lib/core/cron-route'
import { expireHolds, expireWaitingList } from '@/lib/core/sweeps'

/** Ends unpaid holds and offers of the waiting list whose time is up. */
export const GET = cronRoute(async (requestId) => ({
  expired: await expireHolds(requestId),
  waitingEnded: await expireWaitingList(requestId),
}))
export const POST = GET
