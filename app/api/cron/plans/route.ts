import { cronRoute } from '@/lib/core/cron-route'
import { restatePlans } from '@/lib/core/sweeps'

/** Ends trials and grace after a failed payment when their time is over. */
export const GET = cronRoute(async (requestId) => ({ restated: await restatePlans(requestId) }))
export const POST = GET
