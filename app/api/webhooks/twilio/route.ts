import { workAfterAnswer } from '@/app/api/webhooks/work-after-answer'
import { currentRequest } from '@/lib/core/current-request'
import { readBody } from '@/lib/core/request-body'
import { respond } from '@/lib/core/route'
import { receiveTwilioEvent } from '@/lib/integrations/twilio/webhook'

/** What became of a message, or one that somebody sent us: verify, store, answer, then work. */
export const POST = (request: Request) =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const { pathname, search } = new URL(request.url)
    const eventId = await receiveTwilioEvent(await readBody(request), {
      path: `${pathname}${search}`,
      signature: request.headers.get('x-twilio-signature'),
      requestId,
    })
    workAfterAnswer(eventId, requestId)
    return new Response(null, { status: 204 })
  })
