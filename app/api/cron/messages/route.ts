import { cronRoute } from '@/lib/core/cron-route'
import { queueTimedMessages } from '@/lib/core/sweeps'

/** Tells customers what is coming up. */
export const GET = cronRoute(async (requestId) => ({ queued: await queueTimedMessages(requestId) }))
export const POST = GET
