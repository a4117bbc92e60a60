import { createHash } from 'node:crypto'
import { type Call, type Route, route } from '../server/router.ts'
import { notFound, ResendError, validationError } from './errors.ts'
import type { Attachment, Mail, MailStore } from './mail-store.ts'
import { readMail } from './read-mail.ts'

const LARGEST_BATCH = 100
const LINK_LIFETIME_MS = 3_600_000

/** Resend's HTTP API, as far as sending and reading mail goes; `onSent` hears of every new mail. */
export function apiRoutes(store: MailStore, publicUrl: string, onSent: (mail: Mail) => void): Route[] {
  const sendOnce = senderOf(store, onSent)
  const find = (call: Call): Mail => {
    const mail = store.find(call.params.id ?? '')
    if (!mail) throw notFound('Email')
    return mail
  }

  return [
    route('POST', '/emails', (call) => {
      const [id] = sendOnce(call, () => [readMail(parse(call) as Record<string, unknown>)])
      return Response.json({ id })
    }),
    route('POST', '/emails/batch', (call) => {
      const ids = sendOnce(call, () => {
        const items = parse(call)
        if (!Array.isArray(items) || items.length > LARGEST_BATCH)
          throw validationError('Send an array of at most 100 mails.')
        return items.map((item) => readMail(item as Record<string, unknown>))
      })
      return Response.json({ data: ids.map((id) => ({ id })) })
    }),
    route('GET', '/emails', (call) => Response.json(page(store.all().map(shown), call.query))),
    route('GET', '/emails/:id', (call) => Response.json(shown(find(call)))),
    route('POST', '/emails/:id/cancel', (call) => {
      const mail = find(call)
      if (mail.last_event !== 'scheduled') throw validationError('Only scheduled emails can be canceled.')
      mail.last_event = 'canceled'
      store.save()
      return Response.json({ object: 'email', id: mail.id })
    }),
    route('GET', '/emails/:id/attachments', (call) => {
      const mail = find(call)
      const data = mail.attachments.map((attachment) => shownAttachment(publicUrl, mail, attachment))
      return Response.json({ object: 'list', has_more: false, data })
    }),
    route('GET', '/emails/:id/attachments/:attachment', (call) => {
      const mail = find(call)
      const attachment = mail.attachments.find(({ id }) => id === call.params.attachment)
      if (!attachment) throw notFound('Attachment')
      return Response.json({ object: 'attachment', ...shownAttachment(publicUrl, mail, attachment) })
    }),
  ]
}

/** Refuses calls without a key, as Resend does. */
export function requireKey(call: Call): void {
  const header = call.headers.get('authorization')
  if (!header) throw new ResendError(401, 'missing_api_key', 'Missing API Key')
  if (!/^Bearer re_/.test(header)) throw new ResendError(403, 'invalid_api_key', 'API key is invalid')
}

/** Sends unless this idempotency key has already sent the same. */
function senderOf(store: MailStore, onSent: (mail: Mail) => void) {
  return (call: Call, read: () => Mail[]): string[] => {
    const key = call.headers.get('idempotency-key')
    const fingerprint = createHash('sha256').update(call.path).update(call.body).digest('hex')
    const earlier = key ? store.sentWith(key) : undefined
    if (earlier?.fingerprint === fingerprint) return earlier.ids
    if (earlier) {
      throw new ResendError(
        409,
        'invalid_idempotent_request',
        'This idempotency key was used with a different request.',
      )
    }
    const mails = read()
    store.add(mails, key, fingerprint)
    mails.forEach(onSent)
    return mails.map((mail) => mail.id)
  }
}

function parse(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString())
  } catch {
    throw validationError('The request body is not valid JSON.')
  }
}

function shown({ attachments: _attachments, ...mail }: Mail): Omit<Mail, 'attachments'> {
  return mail
}

function shownAttachment(publicUrl: string, mail: Mail, attachment: Attachment): Record<string, unknown> {
  const { content, link, ...face } = attachment
  return {
    ...face,
    size: content ? Buffer.byteLength(content, 'base64') : 0,
    content_disposition: attachment.content_id ? 'inline' : 'attachment',
    download_url: link ?? `${publicUrl}/inbox/${mail.id}/attachments/${attachment.id}`,
    expires_at: new Date(Date.now() + LINK_LIFETIME_MS).toISOString(),
  }
}

function page<T extends { id: string }>(items: T[], query: URLSearchParams): object {
  const limit = Math.min(Number(query.get('limit') ?? 20) || 20, 100)
  const start = query.has('after') ? items.findIndex((item) => item.id === query.get('after')) + 1 : 0
  return { object: 'list', has_more: start + limit < items.length, data: items.slice(start, start + limit) }
}
