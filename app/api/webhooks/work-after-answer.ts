import { after } from 'next/server'
import { eventHandlers } from '@/app/api/webhooks/handlers'
import { workInbox } from '@/lib/core/inbox'
import { currentLog } from '@/lib/core/log'

/** Works on a stored event once its sender has been answered; what dies meanwhile is left to the cron. */
export function workAfterAnswer(eventId: string, requestId: string): void {
  const log = currentLog()
  after(() =>
    workInbox(eventHandlers, { requestId, eventId }).catch((error: unknown) =>
      log.error({ event: 'webhook.left_to_cron', err: error }),
    ),
  )
}
