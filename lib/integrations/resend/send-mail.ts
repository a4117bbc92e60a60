import 'server-only'
import { env } from '@/lib/core/env'
import { oneLine } from '@/lib/core/line'
import { PermanentFailure } from '@/lib/core/outbox'
import { resend } from '@/lib/integrations/resend/client'

/** An e-mail, written. */
export type Mail = {
  to: string
  /** Shown as the sender; the address is ours, because it is ours that may send. */
  fromName?: string
  replyTo?: string | null
  subject: string
  html: string
  text: string
  attachments?: { filename: string; content: Buffer; contentType: string }[]
  /** The Message-ID of the mail that this one answers: mail programs show the two as one conversation. */
  inReplyTo?: string | null
}

/** What stands in a header as the name of a mail, and nothing else. */
const MAIL_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,300}>$/

function sender(fromName: string | undefined): string {
  const address = /<([^>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM
  if (!fromName) return env().MAIL_FROM
  return `"${oneLine(fromName).replace(/["\\<>]/g, '')}" <${address}>`
}

/**
 * Sends an e-mail; the same key sends once. Gives Resend's id of it.
 * @throws PermanentFailure when the address or the message is refused for good
 */
export async function sendMail(mail: Mail, idempotencyKey: string): Promise<string> {
  const { data, error } = await resend().emails.send(
    {
      from: sender(mail.fromName),
      to: mail.to,
      ...(mail.replyTo && { replyTo: mail.replyTo }),
      subject: oneLine(mail.subject),
      html: mail.html,
      text: mail.text,
      ...(mail.attachments && { attachments: mail.attachments }),
      ...(mail.inReplyTo &&
        MAIL_ID.test(mail.inReplyTo) && {
          headers: { 'In-Reply-To': mail.inReplyTo, References: mail.inReplyTo },
        }),
    },
    { idempotencyKey },
  )
  if (error) {
    const message = `Resend refused: ${error.name}`
    throw error.name === 'validation_error' ? new PermanentFailure(message) : new Error(message)
  }
  return data.id
}
