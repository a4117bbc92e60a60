import { outboxHandlers } from '@/app/api/cron/outbox/handlers'
import { cronRoute } from '@/lib/core/cron-route'
import { workOutbox } from '@/lib/core/outbox'

/** Sends what waits in the outbox; every minute or oftener. */
export const GET = cronRoute((requestId) =>
  workOutbox(outboxHandlers, { requestId, stopAt: new Date(Date.now() + 50_000) }),
)
export const POST = GET
