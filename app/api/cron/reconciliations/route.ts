import { cronRoute } from '@/lib/core/cron-route'
import { queueReconciliations } from '@/lib/core/sweeps'

/** Has the books of every company held against Stripe's; the work itself is the outbox's. */
export const GET = cronRoute(async (requestId) => ({ queued: await queueReconciliations(requestId) }))
export const POST = GET
