import { eventHandlers } from '@/app/api/webhooks/handlers'
import { cronRoute } from '@/lib/core/cron-route'
import { workInbox } from '@/lib/core/inbox'

/** Works on events that were stored but not finished: the process died, or something they need was down. */
export const GET = cronRoute(async (requestId) => ({
  taken: await workInbox(eventHandlers, { requestId, limit: 50 }),
}))
export const POST = GET
