import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { EventHandler } from '@/lib/core/inbox'

const Report = z.object({ sid: z.string(), status: z.string(), errorCode: z.string().nullable() })

/** Twilio's states in our words; those in between say nothing new. */
const STATUS: Record<string, string> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
}

/** `message.*`: brings the message to what Twilio reports of it. One that overtook our own note of the message waits for it. */
export const processDeliveryReport: EventHandler = async (db, { payload }) => {
  const { sid, status, errorCode } = Report.parse(payload)
  const ours = STATUS[status]
  if (!ours) return { status: 'ignored' }
  const { data, error } = await db.rpc('update_message_status', {
    p_provider_ref: sid,
    p_status: ours,
    ...(errorCode && { p_error: `Twilio ${errorCode}` }),
  })
  if (error) throw fromPostgres(error)
  return { status: data ? 'processed' : 'ignored' }
}
