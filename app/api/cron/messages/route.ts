import { cronRoute } from '@/lib/core/cron-route'
import { passOnUndelivered, queueTimedMessages } from '@/lib/core/sweeps'

/** Tells customers what is coming up, and on another way what has not arrived. */
export const GET = cronRoute(async (requestId) => ({
  queued: await queueTimedMessages(requestId),
  passedOn: await passOnUndelivered(requestId),
}))
export const POST = GET
