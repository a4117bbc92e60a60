import { randomBytes } from 'node:crypto'
import { createStateFile, loadState } from '../server/state-file.ts'
import type { Media } from './media.ts'

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received'

export interface Message {
  sid: string
  accountSid: string
  from: string
  to: string
  body: string
  direction: 'outbound-api' | 'inbound'
  status: MessageStatus
  errorCode: number | null
  mediaUrls: string[]
  /** What came with it, or what was fetched from `mediaUrls`. */
  media: Media[]
  messagingServiceSid: string | null
  statusCallback: string | null
  createdAt: string
  updatedAt: string
}

export interface MessageStore {
  add(message: Omit<Message, 'sid' | 'createdAt' | 'updatedAt'>): Message
  keepMedia(message: Message, media: Media[]): void
  setStatus(message: Message, status: MessageStatus, errorCode: number | null): void
  find(sid: string): Message | undefined
  findMedium(sid: string): Media | undefined
  /** Newest first. */
  all(): Message[]
  clear(): void
  close(): void
}

/** Keeps every message that was sent or received. */
export function createMessageStore(stateFile: string | null): MessageStore {
  const saved = loadState<Message[]>(stateFile) ?? []
  const messages = new Map(saved.map((message) => [message.sid, { ...message, media: message.media ?? [] }]))
  const file = createStateFile(stateFile, () => [...messages.values()])

  return {
    add(fields) {
      const now = new Date().toISOString()
      const sid =
        (fields.mediaUrls.length + fields.media.length > 0 ? 'MM' : 'SM') + randomBytes(16).toString('hex')
      const message: Message = { ...fields, sid, createdAt: now, updatedAt: now }
      messages.set(sid, message)
      file.saveSoon()
      return message
    },
    keepMedia(message, media) {
      message.media = media
      file.saveSoon()
    },
    setStatus(message, status, errorCode) {
      message.status = status
      message.errorCode = errorCode
      message.updatedAt = new Date().toISOString()
      file.saveSoon()
    },
    find: (sid) => messages.get(sid),
    findMedium: (sid) => [...messages.values()].flatMap(({ media }) => media).find((one) => one.sid === sid),
    all: () => [...messages.values()].reverse(),
    clear() {
      messages.clear()
      file.saveSoon()
    },
    close: file.saveNow,
  }
}

/** A message as the API shows it. */
export function shownMessage(message: Message): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}.json`
  const finished = message.status !== 'queued'
  return {
    account_sid: message.accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: new Date(message.createdAt).toUTCString(),
    date_sent: finished ? new Date(message.updatedAt).toUTCString() : null,
    date_updated: new Date(message.updatedAt).toUTCString(),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(Math.max(message.mediaUrls.length, message.media.length)),
    num_segments: String(segments(message.body)),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: uri.replace('.json', '/Media.json') },
    to: message.to,
    uri,
  }
}

/** How many SMS a text takes: shorter parts once a character lies outside the GSM alphabet. */
export function segments(body: string): number {
  const plain = /^[\n\r -~£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€]*$/.test(body)
  const [single, part] = plain ? [160, 153] : [70, 67]
  return body.length <= single ? 1 : Math.ceil(body.length / part)
}
