import { type KeptStep, keepClockOffset, type Phone, type StepProblem } from '@/lib/handover/offline/database'
import { listUnsent, nextToSend, noteAttempt, noteProblem, noteSent } from '@/lib/handover/offline/log'
import type { EnteredStep } from '@/lib/handover/schema'

/** A server that fails this often at one step is not going to get over it: a person should know. */
const MOST_FAULTS = 8

/** What came of sending a step. `clockOffsetMs`: how far the server's clock is ahead. */
export type SendResult =
  | { kind: 'sent'; handoverId: string | null; clockOffsetMs: number | null }
  | { kind: 'refused'; problem: StepProblem }
  /** The server answered that it cannot at the moment. */
  | { kind: 'fault'; problem: StepProblem }
  | { kind: 'unreachable' }
  | { kind: 'signed_out' }

/** Brings one step to the server; a photo with its bytes. Never throws. */
export type Send = (step: EnteredStep, bytes: ArrayBuffer | null) => Promise<SendResult>

/** Why sending stopped: nothing is left that can go, no network, or nobody is signed in any more. */
export type DrainEnd = 'drained' | 'unreachable' | 'signed_out'

/**
 * Sends what waits, in the order in which it was done, until nothing can go any more. What the server refuses waits for
 * a person, and all later steps of that handover behind it; other handovers go on.
 */
export async function drain(
  phone: Phone,
  send: Send,
  hear: (step: KeptStep | null) => void = () => undefined,
): Promise<DrainEnd> {
  try {
    for (;;) {
      const step = nextToSend(await listUnsent(phone))
      if (!step) return 'drained'
      hear(step)
      await noteAttempt(phone, step)
      const result = await send(await toSend(phone, step), await bytesOf(phone, step))
      if (result.kind === 'unreachable' || result.kind === 'signed_out') return result.kind
      if (result.kind === 'fault' && step.attempts + 1 < MOST_FAULTS) return 'unreachable'
      if (result.kind !== 'sent') await noteProblem(phone, step, result.problem)
      else {
        if (result.clockOffsetMs !== null) await keepClockOffset(phone, result.clockOffsetMs)
        await noteSent(phone, step, result.handoverId)
      }
    }
  } finally {
    hear(null)
  }
}

async function toSend({ db, owner, deviceId, now }: Phone, step: KeptStep): Promise<EnteredStep> {
  const record = await db.get('records', [owner, step.key])
  return {
    id: step.id,
    owner: step.owner,
    nth: step.nth,
    deviceId,
    deviceAt: step.deviceAt,
    sentAt: now().toISOString(),
    clockOffsetMs: step.clockOffsetMs,
    vehicleId: step.vehicleId,
    handoverId: record?.handoverId ?? null,
    work: step.work,
  }
}

async function bytesOf({ db }: Phone, { work }: KeptStep): Promise<ArrayBuffer | null> {
  if (work.kind !== 'add_photo') return null
  return (await db.get('photos', work.photoId))?.bytes ?? null
}
