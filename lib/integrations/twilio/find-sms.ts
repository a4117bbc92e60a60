import 'server-only'
import { addressOn, type TextChannel } from '@/lib/integrations/twilio/channel'
import { twilioClient } from '@/lib/integrations/twilio/client'

const DAY_MS = 24 * 60 * 60 * 1_000
const MOST_RECENT = 50

/**
 * Twilio's id of a message with these very words that went to the number within a day; null when there is none.
 * Twilio knows no idempotency keys: who is not sure whether an earlier attempt got through asks here first.
 */
export async function findSms(
  { to, text, channel }: { to: string; text: string; channel: TextChannel },
  now: Date,
): Promise<string | null> {
  const dateSentAfter = new Date(now.getTime() - DAY_MS)
  const messages = await twilioClient().messages.list({
    to: addressOn(channel, to),
    dateSentAfter,
    limit: MOST_RECENT,
  })
  return messages.find(({ body }) => body === text)?.sid ?? null
}
