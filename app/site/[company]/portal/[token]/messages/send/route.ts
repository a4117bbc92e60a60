import { sendOwnMessage } from '@/app/site/[company]/portal/[token]/messages/send/send-own-message'
import { AppError } from '@/lib/core/errors'
import { apiRoute } from '@/lib/core/route'

/**
 * Takes the portal's form, photos and all, as a browser without JavaScript sends it, and leads back to the conversation; its address says which
 * files stayed behind, each by its reason and name.
 */
export const POST = apiRoute({ public: true }, async ({ ctx, params, request }) => {
  const token = params.token ?? ''
  const { isSent, refused } = await sendOwnMessage(ctx, token, request).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.isFault) throw error
    return { isSent: false, refused: [{ code: error.code, name: '' }] }
  })
  const told = new URLSearchParams(refused.map(({ code, name }) => ['refused', `${code} ${name}`]))
  if (isSent && refused.length > 0) told.set('sent', '')
  const query = told.size > 0 ? `?${told}` : ''
  return new Response(null, { status: 303, headers: { Location: `/portal/${token}/messages${query}` } })
})
