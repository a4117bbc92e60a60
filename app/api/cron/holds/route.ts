import { cronRoute } from '@/lib/core/cron-route'
import { expireHolds } from '@/lib/core/sweeps'

/** Ends unpaid holds whose time is up. */
export const GET = cronRoute(async (requestId) => ({ expired: await expireHolds(requestId) }))
export const POST = GET
