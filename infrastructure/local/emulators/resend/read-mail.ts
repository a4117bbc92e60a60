import { randomUUID } from 'node:crypto'
import { type ResendError, validationError } from './errors.ts'
import type { Attachment, Mail } from './mail-store.ts'

type Fields = Record<string, unknown>

const MOST_RECIPIENTS = 50

/** Reads what the API was sent for one mail, or says what is wrong with it. */
export function readMail(fields: Fields): Mail {
  const to = texts(fields.to)
  const from = text(fields.from)
  const subject = text(fields.subject)
  if (!from) throw validationError('Missing `from` field.')
  if (to.length === 0) throw validationError('Missing `to` field.')
  if (to.length > MOST_RECIPIENTS)
    throw validationError('The `to` field must not hold more than 50 addresses.')
  if (![from, ...to].every(isAddress)) throw invalidAddress(from, to)
  if (!subject) throw validationError('Missing `subject` field.')
  const html = text(fields.html)
  const plain = text(fields.text)
  if (html === null && plain === null) throw validationError('Missing `html` or `text` field.')

  const id = randomUUID()
  const scheduledAt = text(fields.scheduled_at)
  return {
    id,
    object: 'email',
    message_id: `<${id}@emulator>`,
    created_at: new Date().toISOString(),
    from,
    to,
    cc: texts(fields.cc),
    bcc: texts(fields.bcc),
    reply_to: texts(fields.reply_to),
    subject,
    html,
    text: plain,
    headers: (fields.headers ?? {}) as Record<string, string>,
    tags: (fields.tags ?? []) as Mail['tags'],
    scheduled_at: scheduledAt,
    last_event: scheduledAt ? 'scheduled' : outcomeFor(to),
    attachments: ((fields.attachments ?? []) as Fields[]).map(readAttachment),
  }
}

/** Resend's test address for mail that does not arrive. */
function outcomeFor(to: string[]): Mail['last_event'] {
  return to.some((address) => /\bbounced(\+[^@]*)?@resend\.dev/.test(address)) ? 'bounced' : 'delivered'
}

function readAttachment(fields: Fields): Attachment {
  const filename = text(fields.filename) ?? 'attachment'
  const link = text(fields.path)
  const content = contentOf(fields.content)
  if (content === null && !link) throw validationError(`Attachment ${filename} has neither content nor path.`)
  return {
    id: randomUUID(),
    filename,
    content_type: text(fields.content_type) ?? typeByName(filename),
    content_id: text(fields.content_id),
    content,
    link,
  }
}

/** The SDK sends base64; plain JSON of a Node buffer arrives as a list of bytes. */
function contentOf(content: unknown): string | null {
  if (typeof content === 'string') return content
  const bytes = (content as { data?: number[] } | undefined)?.data
  return Array.isArray(bytes) ? Buffer.from(bytes).toString('base64') : null
}

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  ics: 'text/calendar',
  csv: 'text/csv',
  txt: 'text/plain',
}

function typeByName(filename: string): string {
  return TYPES[filename.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

function isAddress(value: string): boolean {
  return /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value.trim())
}

function invalidAddress(from: string, to: string[]): ResendError {
  const field = isAddress(from) ? 'to' : 'from'
  const value = isAddress(from) ? to.find((address) => !isAddress(address)) : from
  return validationError(
    `Invalid \`${field}\` field (${value}). The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  )
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((item): item is string => typeof item === 'string' && item !== '')
}
