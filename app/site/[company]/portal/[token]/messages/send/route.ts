import { sendOwnMessage } from '@/app/site/[company]/portal/[token]/messages/send/send-own-message'
import { AppError } from '@/lib/core/errors'
import { apiRoute } from '@/lib/core/route'

/** Takes the portal's form, photos and all, as a browser without JavaScript sends it, and leads back to the conversation. */
export const POST = apiRoute({ public: true }, async ({ ctx, params, request }) => {
  const token = params.token ?? ''
  const refused = await sendOwnMessage(ctx, token, request).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.isFault) throw error
    return error.code
  })
  const back = `/portal/${token}/messages${refused ? `?refused=${refused}` : ''}`
  return new Response(null, { status: 303, headers: { Location: back } })
})
