import { cronRoute } from '@/lib/core/cron-route'
import { expireHolds, expireWaitingList, releaseDeposits, renewDeposits } from '@/lib/core/sweeps'

/** Ends unpaid holds and offers of the waiting list whose time is up; lets deposits on cards go, renews those that stay. */
export const GET = cronRoute(async (requestId) => ({
  expired: await expireHolds(requestId),
  waitingEnded: await expireWaitingList(requestId),
  // Before the renewals: what is let go needs no next hold.
  depositsReleased: await releaseDeposits(requestId),
  depositsDue: await renewDeposits(requestId),
}))
export const POST = GET
