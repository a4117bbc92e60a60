import { workAfterAnswer } from '@/app/api/webhooks/work-after-answer'
import { currentRequest } from '@/lib/core/current-request'
import { readBody } from '@/lib/core/request-body'
import { respond } from '@/lib/core/route'
import { receiveResendEvent } from '@/lib/integrations/resend/webhook'

/** What became of a mail, or an answer to one: verify, store, answer, then work. */
export const POST = (request: Request) =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const signed = {
      id: request.headers.get('svix-id'),
      timestamp: request.headers.get('svix-timestamp'),
      signature: request.headers.get('svix-signature'),
    }
    const eventId = await receiveResendEvent(await readBody(request), { signed, requestId })
    workAfterAnswer(eventId, requestId)
    return new Response(null, { status: 204 })
  })
