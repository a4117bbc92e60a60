import 'server-only'
import { addressOn, type TextChannel } from '@/lib/integrations/twilio/channel'
import { twilioClient } from '@/lib/integrations/twilio/client'
import { type SentText, sentText } from '@/lib/integrations/twilio/send-sms'

const DAY_MS = 24 * 60 * 60 * 1_000
const MOST_RECENT = 50

/**
 * The messages with these very words that went to the number within a day, the latest first.
 * Twilio knows no idempotency keys: who is not sure whether an earlier attempt got through asks here first.
 */
export async function findSms(
  { to, text, channel }: { to: string; text: string; channel: TextChannel },
  now: Date,
): Promise<SentText[]> {
  const dateSentAfter = new Date(now.getTime() - DAY_MS)
  const messages = await twilioClient().messages.list({
    to: addressOn(channel, to),
    dateSentAfter,
    limit: MOST_RECENT,
  })
  return messages.filter(({ body }) => body === text).map(sentText)
}
