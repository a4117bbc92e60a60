import { cronRoute } from '@/lib/core/cron-route'
import { remindDueItems } from '@/lib/core/sweeps'

/** Reminds companies of what falls due on their vehicles. */
export const GET = cronRoute(async (requestId) => ({ due: await remindDueItems(requestId) }))
export const POST = GET
