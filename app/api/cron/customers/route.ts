import { cronRoute } from '@/lib/core/cron-route'
import { liftEndedBlocks, purgeCustomers } from '@/lib/core/sweeps'

/** Erases whoever was deleted long enough ago, and ends blocks whose last day has passed. */
export const GET = cronRoute(async (requestId) => ({
  erased: await purgeCustomers(requestId),
  unblocked: await liftEndedBlocks(requestId),
}))
export const POST = GET
