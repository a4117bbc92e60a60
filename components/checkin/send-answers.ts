import type { CheckinWords } from '@/components/checkin/words'
import type { AnswerChanges } from '@/lib/checkin/schema'
import type { Written } from '@/lib/checkin/view'

/** What became of a request: what is kept now; or why not, at which fields, and whether it may work later. */
export type SaveReply =
  | { ok: true; written: Written }
  | { ok: false; message: string; fields: string[]; mayWorkLater: boolean }

/** A page that is being left may send so much, and our letters take up to three bytes. */
const MOST_LEFT_BEHIND = 20_000

/** Sends changed answers, also from a page that is being left. */
export function sendAnswers(
  portal: string,
  words: CheckinWords,
  changes: AnswerChanges,
  submit: boolean,
): Promise<SaveReply> {
  const body = JSON.stringify({ changes, submit })
  const headers = { 'Content-Type': 'application/json' }
  return ask(portal, words, { method: 'POST', headers, body, keepalive: body.length <= MOST_LEFT_BEHIND })
}

/** Reads what is written by now. */
export function readAnswers(portal: string, words: CheckinWords): Promise<SaveReply> {
  return ask(portal, words, { cache: 'no-store' })
}

async function ask(portal: string, words: CheckinWords, init: RequestInit): Promise<SaveReply> {
  try {
    const answer = await fetch(`${portal}/checkin/answers`, init)
    if (answer.status === 404) return refusal(words.linkEnded)
    if (answer.status === 429 || answer.status >= 500) return refusal(words.notSaved, true)
    const body = await answer.json()
    if (answer.ok) return { ok: true, written: body.data }
    const { missing, field } = body.error.details
    return { ...refusal(body.error.message), fields: missing ?? (field ? [field] : []) }
  } catch {
    return refusal(words.notSaved, true)
  }
}

function refusal(message: string, mayWorkLater = false) {
  return { ok: false as const, message, fields: [], mayWorkLater }
}
