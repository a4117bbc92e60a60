import { workAfterAnswer } from '@/app/api/webhooks/work-after-answer'
import { currentRequest } from '@/lib/core/current-request'
import { readBody } from '@/lib/core/request-body'
import { respond } from '@/lib/core/route'
import { receiveStripeEvent } from '@/lib/integrations/stripe/webhook'

/** Verify, store, answer, then work. */
export const POST = (request: Request) =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const signature = request.headers.get('stripe-signature')
    workAfterAnswer(await receiveStripeEvent(await readBody(request), signature, requestId), requestId)
    return Response.json({ received: true })
  })
