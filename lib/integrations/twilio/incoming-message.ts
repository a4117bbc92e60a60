import { z } from 'zod'
import { env } from '@/lib/core/env'
import { fromPostgres } from '@/lib/core/errors'
import type { EventHandler } from '@/lib/core/inbox'
import { channelOf } from '@/lib/integrations/twilio/channel'

const Incoming = z.object({
  sid: z.string(),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  media: z.array(z.string()).default([]),
})

/** `message.received`: what a customer sent by SMS or WhatsApp goes into their conversation; its files are fetched later. */
export const processIncomingMessage: EventHandler = async (db, { payload, receivedAt }) => {
  const { sid, from, to, body, media } = Incoming.parse(payload)
  const sender = channelOf(from)
  // Our own numbers are nobody's customer: what answered itself would never end.
  const { TWILIO_FROM, TWILIO_WHATSAPP_FROM } = env()
  if ([TWILIO_FROM, TWILIO_WHATSAPP_FROM].includes(sender.number)) return { status: 'ignored' }
  const { data, error } = await db.rpc('receive_message', {
    p_channel: sender.channel,
    p_sender: sender.number,
    p_recipient: channelOf(to).number,
    p_provider_ref: sid,
    // The column is nullable; generated argument types do not know.
    p_subject: null as unknown as string,
    p_body: body,
    p_received_at: receivedAt,
    p_files: media.map((path) => ({ name: null, source: { provider: 'twilio', path } })),
  })
  if (error) throw fromPostgres(error)
  const received = data as { company_id: string } | null
  if (!received) return { status: 'quarantined', reason: 'Nobody is known to answer from this number' }
  return { status: 'processed', companyId: received.company_id }
}
