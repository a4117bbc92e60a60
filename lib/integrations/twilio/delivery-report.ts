import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { EventHandler } from '@/lib/core/inbox'

const Report = z.object({ sid: z.string(), status: z.string() })

/** Twilio's states in our words; those in between say nothing new. */
const STATUS: Record<string, string> = {
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
}

/** `message.*`: brings the message to what Twilio reports of it. */
export const processTwilioEvent: EventHandler = async (db, { payload }) => {
  const { sid, status } = Report.parse(payload)
  const ours = STATUS[status]
  if (!ours) return { status: 'ignored' }
  const { error } = await db.rpc('update_message_status', { p_provider_ref: sid, p_status: ours })
  if (error) throw fromPostgres(error)
  return { status: 'processed' }
}
