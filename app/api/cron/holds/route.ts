import { cronRoute } from '@/lib/core/cron-route'
import { expireHolds, expireWaitingList, renewDeposits } from '@/lib/core/sweeps'

/** Ends unpaid holds and offers of the waiting list whose time is up; renews deposits held on cards. */
export const GET = cronRoute(async (requestId) => ({
  expired: await expireHolds(requestId),
  waitingEnded: await expireWaitingList(requestId),
  depositsDue: await renewDeposits(requestId),
}))
export const POST = GET
