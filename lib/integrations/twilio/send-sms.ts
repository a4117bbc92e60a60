import 'server-only'
import { env } from '@/lib/core/env'
import { appUrl } from '@/lib/core/hosts'
import { PermanentFailure } from '@/lib/core/outbox'
import { addressOn, type TextChannel } from '@/lib/integrations/twilio/channel'
import { twilioClient } from '@/lib/integrations/twilio/client'

/** Twilio's codes for a number that will never receive: not a number, no mobile, unreachable country, no WhatsApp; a text that is too long; the window of a day is over; a template that is none, or not approved. */
const HOPELESS = new Set([
  21211, 21214, 21217, 21401, 21408, 21612, 21614, 21617, 21655, 21656, 63003, 63016, 63024, 63027, 63028,
  63049,
])
const HAS_STOPPED = 21610

/** Twilio's id of a message, and in how many parts it goes; 0 while Twilio does not know. */
export type SentText = { sid: string; segments: number }

export function sentText({ sid, numSegments }: { sid: string; numSegments: string }): SentText {
  return { sid, segments: Number(numSegments) || 0 }
}

/** The number told Twilio to stop; no further message will reach it. */
export class StoppedByRecipient extends PermanentFailure {}

/**
 * Sends a short message, by SMS or WhatsApp, to a number in international form; gives Twilio's id of it, and in how many parts it goes.
 * @throws PermanentFailure when this number cannot be reached · StoppedByRecipient
 */
export async function sendSms({
  to,
  text,
  channel,
  template,
  mediaUrl,
}: {
  to: string
  text: string
  channel: TextChannel
  /** An approved template, which says the text: its id, and what fills its places from the first on. */
  template?: { contentSid: string; places: string[] }
  /** From where Twilio fetches a picture or PDF that goes with it. */
  mediaUrl?: string | undefined
}): Promise<SentText> {
  try {
    const message = await twilioClient().messages.create({
      to: addressOn(channel, to),
      from: addressOn(channel, senderOn(channel)),
      ...(template ? contentOf(template) : { body: text }),
      ...(mediaUrl && { mediaUrl: [mediaUrl] }),
      statusCallback: appUrl('/api/webhooks/twilio'),
    })
    return sentText(message)
  } catch (error) {
    if (error instanceof PermanentFailure) throw error
    const code = error instanceof Error && 'code' in error ? Number(error.code) : undefined
    const reason = `Twilio refused: ${code ?? 'no answer'}`
    if (code === HAS_STOPPED) throw new StoppedByRecipient(reason)
    throw code !== undefined && HOPELESS.has(code) ? new PermanentFailure(reason) : new Error(reason)
  }
}

function contentOf({ contentSid, places }: { contentSid: string; places: string[] }) {
  const numbered = Object.fromEntries(places.map((value, place) => [String(place + 1), value]))
  return { contentSid, contentVariables: JSON.stringify(numbered) }
}

function senderOn(channel: TextChannel): string {
  if (channel === 'sms') return env().TWILIO_FROM
  const sender = env().TWILIO_WHATSAPP_FROM
  if (!sender) throw new PermanentFailure('This installation has no WhatsApp number')
  return sender
}
