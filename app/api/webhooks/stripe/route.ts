import { after } from 'next/server'
import { eventHandlers } from '@/app/api/webhooks/handlers'
import { currentRequest } from '@/lib/core/current-request'
import { workInbox } from '@/lib/core/inbox'
import { currentLog } from '@/lib/core/log'
import { readBody } from '@/lib/core/request-body'
import { respond } from '@/lib/core/route'
import { receiveStripeEvent } from '@/lib/integrations/stripe/webhook'

/** Verify, store, answer, then work; what dies in between is taken up by the cron. */
export const POST = (request: Request) =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const signature = request.headers.get('stripe-signature')
    const eventId = await receiveStripeEvent(await readBody(request), signature, requestId)
    const log = currentLog()
    after(() =>
      workInbox(eventHandlers, { requestId, eventId }).catch((error: unknown) =>
        log.error({ event: 'webhook.left_to_cron', err: error }),
      ),
    )
    return Response.json({ received: true })
  })
