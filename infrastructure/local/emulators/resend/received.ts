import { randomUUID } from 'node:crypto'
import { type Call, type Route, route } from '../server/router.ts'
import { notFound } from './errors.ts'

/** A mail that came in, as Resend shows it. */
export interface ReceivedMail {
  object: 'email'
  id: string
  to: string[]
  from: string
  created_at: string
  subject: string
  text: string | null
  html: string | null
  message_id: string
  bcc: string[]
  cc: string[]
  reply_to: string[]
  headers: Record<string, string>
  attachments: Attached[]
}

interface Attached {
  id: string
  filename: string | null
  size: number
  content_type: string
  content_id: string | null
  content_disposition: 'inline' | 'attachment'
}

/** A file as somebody sends it: its content as base64. */
type Sent = { filename: string | null; content_type: string; content: string; inline?: boolean }
type Incoming = {
  from: string
  to: string
  subject: string
  text?: string
  html?: string
  attachments?: Sent[]
}

/** Mails that came in: the API that shows them, and a way to send one as a customer would. */
export function receivedMails(publicUrl: string, onReceived: (mail: ReceivedMail) => void) {
  const mails = new Map<string, ReceivedMail>()
  const contents = new Map<string, { bytes: Buffer; type: string }>()

  function keep({ filename, content_type, content, inline = false }: Sent): Attached {
    const id = randomUUID()
    const bytes = Buffer.from(content, 'base64')
    contents.set(id, { bytes, type: content_type })
    const content_disposition = inline ? 'inline' : 'attachment'
    return { id, filename, size: bytes.byteLength, content_type, content_id: null, content_disposition }
  }

  function receive({ from, to, subject, text, html, attachments = [] }: Incoming): ReceivedMail {
    const id = randomUUID()
    const mail: ReceivedMail = {
      object: 'email',
      id,
      to: [to],
      from,
      created_at: new Date().toISOString(),
      subject,
      text: text ?? null,
      html: html ?? null,
      message_id: `<${id}@customer.example>`,
      bcc: [],
      cc: [],
      reply_to: [],
      headers: {},
      attachments: attachments.map(keep),
    }
    mails.set(id, mail)
    onReceived(mail)
    return mail
  }

  const api: Route[] = [
    route('GET', '/emails/receiving/:id', (call: Call) => {
      const mail = mails.get(call.params.id ?? '')
      if (!mail) throw notFound('Email')
      return Response.json(mail)
    }),
    route('GET', '/emails/receiving/:id/attachments/:attachment', (call: Call) => {
      const found = mails
        .get(call.params.id ?? '')
        ?.attachments.find(({ id }) => id === call.params.attachment)
      if (!found) throw notFound('Attachment')
      const download_url = `${publicUrl}/received/${found.id}`
      const expires_at = new Date(Date.now() + 3_600_000).toISOString()
      return Response.json({ object: 'attachment', ...found, download_url, expires_at })
    }),
  ]
  const pages: Route[] = [
    route('GET', '/received/:attachment', (call) => {
      const found = contents.get(call.params.attachment ?? '')
      if (!found) throw notFound('Attachment')
      return new Response(Uint8Array.from(found.bytes), { headers: { 'content-type': found.type } })
    }),
    route('POST', '/_emulate/inbound', (call) =>
      Response.json(receive(JSON.parse(call.body.toString()) as Incoming), { status: 201 }),
    ),
  ]
  return {
    api,
    pages,
    receive,
    clear: () => {
      mails.clear()
      contents.clear()
    },
  }
}
