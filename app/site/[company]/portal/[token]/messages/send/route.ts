import {
  MOST_FORM_BYTES,
  sendOwnMessage,
} from '@/app/site/[company]/portal/[token]/messages/send/send-own-message'
import { AppError } from '@/lib/core/errors'
import { readForm } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'

/** Takes the portal's form, photos and all, as a browser without JavaScript sends it, and leads back to the conversation. */
export const POST = apiRoute({ public: true }, async ({ ctx, params, request }) => {
  const token = params.token ?? ''
  const refused = await readForm(request, MOST_FORM_BYTES)
    .then((form) => sendOwnMessage(ctx, token, form))
    .catch((error: unknown) => {
      if (!(error instanceof AppError) || error.isFault) throw error
      return error.code
    })
  const back = `/portal/${token}/messages${refused ? `?refused=${refused}` : ''}`
  return new Response(null, { status: 303, headers: { Location: back } })
})
