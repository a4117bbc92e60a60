import type { SaveReply } from '@/components/checkin/send-answers'
import type { GivenAnswers } from '@/lib/checkin/rules'
import type { AnswerChanges } from '@/lib/checkin/schema'
import type { Written } from '@/lib/checkin/view'

/** How what was typed stands, what is kept by now, what was refused. */
export type KeeperNews = { state?: 'saving' | 'saved' | 'notSaved'; written?: Written; refused?: Refusal }
type Refusal = Extract<SaveReply, { ok: false }>

const PAUSE_MS = 900
const AGAIN_MS = 10_000

/**
 * Holds what was typed until the server has it: sent after a pause, one request after the other, and again when it did not arrive. An answer that
 * was refused waits for its next change and holds up no other.
 */
export function answerKeeper(
  send: (changes: AnswerChanges) => Promise<SaveReply>,
  tell: (news: KeeperNews) => void,
) {
  let unsaved: AnswerChanges = {}
  const refused = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let nth = 0

  function change(key: string, value: GivenAnswers[string] | undefined) {
    unsaved = { ...unsaved, [key]: value ?? null }
    refused.delete(key)
    nth += 1
    tell({ state: 'saving' })
    later(PAUSE_MS)
  }

  function later(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(flush, ms)
  }

  /** Sends at once; resolves when everything is kept that can be. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  async function sendAll() {
    for (let batch = sendable(); batch; batch = sendable()) {
      const reply = await send(batch)
      settle(batch, reply)
      if (!reply.ok && reply.fields.length === 0) return
    }
  }

  function settle(batch: AnswerChanges, reply: SaveReply) {
    if (reply.ok) {
      unsaved = Object.fromEntries(Object.entries(unsaved).filter(([key, value]) => batch[key] !== value))
      tell({ state: standing(), written: overlaid(reply.written) })
    } else {
      // Changed meanwhile, it is another answer.
      for (const field of reply.fields) if (unsaved[field] === batch[field]) refused.add(field)
      tell({ state: 'notSaved', refused: reply })
      if (reply.mayWorkLater) later(AGAIN_MS)
    }
  }

  /** Sends what is left from a page that is being left, without waiting for anything. */
  function leave() {
    clearTimeout(timer)
    const batch = sendable()
    if (batch) void send(batch).then((reply) => settle(batch, reply))
  }

  /** Sends what is left, else reads what was written elsewhere; unless something was typed since, which then knows better. */
  async function catchUp(read: () => Promise<SaveReply>) {
    if (Object.keys(unsaved).length > 0) return flush()
    const before = nth
    const reply = await read()
    if (reply.ok && nth === before) tell({ written: reply.written })
    if (!reply.ok && !reply.mayWorkLater) tell({ refused: reply })
  }

  function sendable(): AnswerChanges | null {
    const batch = Object.entries(unsaved).filter(([key]) => !refused.has(key))
    return batch.length > 0 ? Object.fromEntries(batch) : null
  }

  function standing() {
    if (Object.keys(unsaved).length === 0) return 'saved'
    return sendable() ? 'saving' : 'notSaved'
  }

  /** What is kept, with what was typed since over it. */
  function overlaid({ answers, files }: Written): Written {
    const entries = Object.entries({ ...answers, ...unsaved }).filter(([, value]) => value !== null)
    return { answers: Object.fromEntries(entries) as Written['answers'], files }
  }

  return {
    change,
    flush,
    leave,
    catchUp,
    hasUnsaved: () => Object.keys(unsaved).length > 0,
    refused: () => [...refused],
  }
}
