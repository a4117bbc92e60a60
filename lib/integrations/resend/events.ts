import 'server-only'
import { z } from 'zod'
import { env } from '@/lib/core/env'
import { fromPostgres } from '@/lib/core/errors'
import { fileName } from '@/lib/core/file-name'
import type { EventHandler } from '@/lib/core/inbox'
import { resend } from '@/lib/integrations/resend/client'
import { addressIn, filesOf, newText, storable } from '@/lib/integrations/resend/transform'

const Payload = z.object({ id: z.string() })

/** Resend's events in our words; those in between say nothing new. */
const STATUS: Record<string, string> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.bounced': 'failed',
  'email.failed': 'failed',
  'email.suppressed': 'failed',
}

/** What Resend sends: answers of customers, and what became of our mails. */
export const processResendEvent: EventHandler = async (db, event) => {
  const { id } = Payload.parse(event.payload)
  if (event.type === 'email.received') return receiveAnswer(db, id, event.receivedAt)
  const status = STATUS[event.type]
  if (!status) return { status: 'ignored' }
  const { data, error } = await db.rpc('update_message_status', {
    p_provider_ref: id,
    p_status: status,
    ...(status === 'failed' && { p_error: event.type.replace('email.', '') }),
  })
  if (error) throw fromPostgres(error)
  // Not noted yet, or a mail to a member, which is in no conversation.
  return { status: data ? 'processed' : 'ignored' }
}

/** An answer to one of our mails goes into the conversation its address names. */
async function receiveAnswer(
  db: Parameters<EventHandler>[0],
  id: string,
  receivedAt: string,
): ReturnType<EventHandler> {
  const { data: mail, error: refused } = await resend().emails.receiving.get(id)
  if (refused) throw new Error(`Resend refused: ${refused.name}`)
  const domain = `@${env().INBOUND_MAIL_DOMAIN}`.toLowerCase()
  const ours = mail.to.map(addressIn).find((address) => address.endsWith(domain))
  if (!ours) return { status: 'quarantined', reason: 'The mail was not sent to an address of ours' }
  // A mail of our own is nobody's answer: what wrote to itself would never end.
  const sender = addressIn(mail.from)
  if (sender.endsWith(domain) || sender === addressIn(env().MAIL_FROM)) return { status: 'ignored' }
  const { data, error } = await db.rpc('receive_message', {
    p_channel: 'email',
    p_sender: sender,
    p_recipient: ours,
    p_provider_ref: id,
    p_received_at: receivedAt,
    p_subject: storable(mail.subject),
    p_body: newText(mail),
    p_mail_id: mail.message_id,
    p_files: filesOf(mail.attachments).map(({ id: attachment, filename }) => ({
      name: fileName(filename),
      source: { provider: 'resend', emailId: id, id: attachment },
    })),
  })
  if (error) throw fromPostgres(error)
  const received = data as { company_id: string } | null
  if (!received) return { status: 'quarantined', reason: 'The address names no conversation' }
  return { status: 'processed', companyId: received.company_id }
}
