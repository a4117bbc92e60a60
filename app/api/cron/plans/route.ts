import { cronRoute } from '@/lib/core/cron-route'
import { queueSmsOverage, restatePlans } from '@/lib/core/sweeps'

/** Ends trials and grace after a failed payment when their time is over, and bills last month's short messages past the plan. */
export const GET = cronRoute(async (requestId) => ({
  restated: await restatePlans(requestId),
  billedSms: await queueSmsOverage(requestId),
}))
export const POST = GET
