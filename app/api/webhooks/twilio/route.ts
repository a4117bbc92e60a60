import { currentRequest } from '@/lib/core/current-request'
import { readBody } from '@/lib/core/request-body'
import { respond } from '@/lib/core/route'
import { receiveTwilioEvent } from '@/lib/integrations/twilio/webhook'

/** The delivery state of a message. */
export const POST = (request: Request) =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const signature = request.headers.get('x-twilio-signature')
    const { pathname, search } = new URL(request.url)
    await receiveTwilioEvent(await readBody(request), { path: `${pathname}${search}`, signature, requestId })
    return new Response(null, { status: 204 })
  })
