import 'server-only'
import { z } from 'zod'
import { env } from '@/lib/core/env'
import { AppError } from '@/lib/core/errors'
import { storeEvent } from '@/lib/core/inbox'
import { resend } from '@/lib/integrations/resend/client'

const Event = z.object({ type: z.string(), data: z.object({ email_id: z.string() }) })

type Signed = { id: string | null; timestamp: string | null; signature: string | null }

/**
 * Takes in what Resend reports of a mail, or that one came in: verifies the signature over the body as it is, then stores what is needed to ask for the rest.
 * Gives the event's id.
 * @throws AppError `invalid_signature`
 */
export async function receiveResendEvent(
  body: string,
  { signed, requestId }: { signed: Signed; requestId: string },
): Promise<string> {
  const event = Event.safeParse(verified(body, signed))
  if (!event.success || !signed.id) throw new AppError('invalid_signature')
  const eventId = `${event.data.data.email_id}:${signed.id}`
  await storeEvent(
    {
      provider: 'resend',
      eventId,
      type: event.data.type,
      account: null,
      livemode: true,
      payload: { id: event.data.data.email_id },
    },
    requestId,
  )
  return eventId
}

function verified(body: string, { id, timestamp, signature }: Signed): unknown {
  const webhookSecret = env().RESEND_WEBHOOK_SECRET
  if (!webhookSecret || !id || !timestamp || !signature) throw new AppError('invalid_signature')
  try {
    return resend().webhooks.verify({ payload: body, headers: { id, timestamp, signature }, webhookSecret })
  } catch (cause) {
    throw new AppError('invalid_signature', { cause })
  }
}
