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
  attachments: never[]
}

type Incoming = { from: string; to: string; subject: string; text?: string; html?: string }

/** Mails that came in: the API that shows them, and a way to send one as a customer would. */
export function receivedMails(onReceived: (mail: ReceivedMail) => void) {
  const mails = new Map<string, ReceivedMail>()

  function receive({ from, to, subject, text, html }: Incoming): ReceivedMail {
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
      attachments: [],
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
  ]
  const pages: Route[] = [
    route('POST', '/_emulate/inbound', (call) =>
      Response.json(receive(JSON.parse(call.body.toString()) as Incoming), { status: 201 }),
    ),
  ]
  return { api, pages, receive, clear: () => mails.clear() }
}
