import 'server-only'
import twilio from 'twilio'
import { env } from '@/lib/core/env'
import { AppError } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import { storeEvent } from '@/lib/core/inbox'
import { mediaPath } from '@/lib/integrations/twilio/media'

/**
 * Takes in what Twilio reports of a message, or the message somebody sent us: verifies the signature over the address and the fields, then stores it.
 * Gives the event's id. A message passes each state once, so the state is part of the event's id and a repetition is known.
 * @throws AppError `invalid_signature`
 */
export async function receiveTwilioEvent(
  body: string,
  { path, signature, requestId }: { path: string; signature: string | null; requestId: string },
): Promise<string> {
  const fields = Object.fromEntries(new URLSearchParams(body))
  const signed = twilio.validateRequest(env().TWILIO_AUTH_TOKEN, signature ?? '', appUrl(path), fields)
  const state = fields.MessageStatus ?? fields.SmsStatus
  if (!signed || !fields.MessageSid || !state) throw new AppError('invalid_signature')
  const eventId = `${fields.MessageSid}:${state}`
  const payload =
    state === 'received'
      ? {
          sid: fields.MessageSid,
          from: fields.From ?? '',
          to: fields.To ?? '',
          body: withoutNul(fields.Body ?? ''),
          media: mediaOf(fields),
        }
      : { sid: fields.MessageSid, status: state, errorCode: fields.ErrorCode ?? null }
  await storeEvent(
    {
      provider: 'twilio',
      eventId,
      type: `message.${state}`,
      account: fields.AccountSid ?? null,
      livemode: true,
      payload,
    },
    requestId,
  )
  return eventId
}

/** Where the files lie that came with a message, ten at most. */
function mediaOf(fields: Record<string, string>): string[] {
  const count = Math.min(Number(fields.NumMedia) || 0, 10)
  const addresses = Array.from({ length: count }, (_, place) => mediaPath(fields[`MediaUrl${place}`] ?? ''))
  return addresses.filter((path): path is string => path !== null)
}

/** The one sign the database cannot hold. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
