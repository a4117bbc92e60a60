import { createStateFile, loadState } from '../server/state-file.ts'

export interface Mail {
  id: string
  object: 'email'
  message_id: string
  created_at: string
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  reply_to: string[]
  subject: string
  html: string | null
  text: string | null
  headers: Record<string, string>
  tags: { name: string; value: string }[]
  scheduled_at: string | null
  last_event: 'delivered' | 'bounced' | 'scheduled' | 'canceled'
  attachments: Attachment[]
}

export interface Attachment {
  id: string
  filename: string
  content_type: string
  content_id: string | null
  /** Base64, or null when only a link was given. */
  content: string | null
  link: string | null
}

interface SentRequest {
  fingerprint: string
  ids: string[]
}

export interface MailStore {
  add(mails: Mail[], idempotencyKey: string | null, fingerprint: string): void
  sentWith(idempotencyKey: string): SentRequest | undefined
  find(id: string): Mail | undefined
  /** Newest first. */
  all(): Mail[]
  save(): void
  clear(): void
  close(): void
}

interface SavedState {
  mails: Mail[]
  requests: Record<string, SentRequest>
}

/** As many survive a restart; attachments make more of them too slow to write. */
const KEPT_MAILS = 500

/** Keeps every mail that was sent, and which request sent it. */
export function createMailStore(stateFile: string | null): MailStore {
  const saved = loadState<SavedState>(stateFile)
  const mails = new Map((saved?.mails ?? []).map((mail) => [mail.id, mail]))
  const requests = new Map(Object.entries(saved?.requests ?? {}))
  const file = createStateFile(stateFile, () => ({
    mails: [...mails.values()].slice(-KEPT_MAILS),
    requests: Object.fromEntries(requests),
  }))

  return {
    add(added, idempotencyKey, fingerprint) {
      for (const mail of added) mails.set(mail.id, mail)
      if (idempotencyKey) requests.set(idempotencyKey, { fingerprint, ids: added.map((mail) => mail.id) })
      file.saveSoon()
    },
    sentWith: (key) => requests.get(key),
    find: (id) => mails.get(id),
    all: () => [...mails.values()].reverse(),
    save: file.saveSoon,
    clear() {
      mails.clear()
      requests.clear()
      file.saveSoon()
    },
    close: file.saveNow,
  }
}
