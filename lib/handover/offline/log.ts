import type { HandoverKey, PreparedHandover } from '@/lib/handover/handover'
import {
  type HandoverList,
  type KeptStep,
  type Phone,
  readClockOffset,
  type StepProblem,
} from '@/lib/handover/offline/database'
import { type Draft, unsigned } from '@/lib/handover/offline/draft'
import type { EnteredWork } from '@/lib/handover/schema'

/** What is written must be there after the battery died. */
const STRICT = { durability: 'strict' } as const
const DAY_MS = 86_400_000
const UNSENT = ['waiting', 'attention'] as const

export type NewStep = {
  key: HandoverKey
  vehicleId: string
  /** Vehicle and customer in words: what the server told may be gone from the phone when somebody asks what this was. */
  about: string
  work: EnteredWork
  bytes?: ArrayBuffer
  /** The server's record of a handover that was begun elsewhere. */
  recordId?: string | undefined
}

/**
 * Writes a step down; only then has it happened. Whoever signed before has not seen it.
 * @throws DOMException `QuotaExceededError` when the phone is full: nothing of it was written
 */
export async function appendStep(
  phone: Phone,
  { key, vehicleId, about, work, bytes, recordId }: NewStep,
): Promise<void> {
  const { db, owner } = phone
  const clockOffsetMs = await readClockOffset(phone)
  const step: Omit<KeptStep, 'nth'> = {
    id: crypto.randomUUID(),
    owner,
    key,
    vehicleId,
    about,
    work,
    deviceAt: phone.now().toISOString(),
    clockOffsetMs,
    state: 'waiting',
    attempts: 0,
    problem: null,
    sentAt: null,
  }
  const tx = db.transaction(['steps', 'photos', 'drafts', 'records'], 'readwrite', STRICT)
  // Read first: once a write is refused for want of room, whatever is asked of the transaction fails for another reason.
  const kept = await tx.objectStore('drafts').get([owner, key])
  const writes: Promise<unknown>[] = [tx.objectStore('steps').add(step as KeptStep)]
  if (recordId) writes.push(tx.objectStore('records').put({ owner, key, handoverId: recordId }))
  if (bytes && work.kind === 'add_photo')
    writes.push(tx.objectStore('photos').put({ id: work.photoId, owner, bytes }))
  if (kept && isSeen(work))
    writes.push(
      tx.objectStore('drafts').put({
        ...kept,
        // Who acknowledged the marks has not seen the one that is added.
        draft: { ...unsigned(kept.draft), ...(work.kind === 'mark_damage' && { marksAcknowledged: false }) },
      }),
    )
  await Promise.all([...writes, tx.done])
}

/** Whether a step changes what a customer signs. */
function isSeen({ kind }: EnteredWork): boolean {
  return kind !== 'announce' && !kind.startsWith('begin') && !kind.startsWith('complete_')
}

/** Everything the present user did on this phone, in order. */
export async function listSteps({ db, owner }: Phone): Promise<KeptStep[]> {
  const steps = await db.getAllFromIndex('steps', 'owner', owner)
  return steps.sort((a, b) => a.nth - b.nth)
}

/** What the present user did that the server does not have, in order: a day's work that arrived is not read again. */
export async function listUnsent({ db, owner }: Phone): Promise<KeptStep[]> {
  const tx = db.transaction('steps')
  const turn = tx.store.index('turn')
  const found = await Promise.all(UNSENT.map((state) => turn.getAll([owner, state])))
  return found.flat().sort((a, b) => a.nth - b.nth)
}

/** How many steps of other people wait on this phone for them to sign in again. */
export async function countOthers({ db, owner }: Phone): Promise<number> {
  const steps = await db.getAll('steps')
  return steps.filter((step) => step.owner !== owner && isUnsent(step)).length
}

/** How many steps of a person, whichever company they were for, wait on this device. */
export async function countUnsentOf(db: Phone['db'], userId: string): Promise<number> {
  const steps = await db.getAll('steps')
  return steps.filter((step) => step.owner.endsWith(`:${userId}`) && isUnsent(step)).length
}

export function isUnsent({ state }: Pick<KeptStep, 'state'>): boolean {
  return UNSENT.some((one) => one === state)
}

/** The step whose turn it is: the oldest that waits, except behind one that a person has to decide about. */
export function nextToSend(steps: KeptStep[]): KeptStep | null {
  const held = new Set<HandoverKey>()
  for (const step of steps) {
    if (step.state === 'attention') held.add(step.key)
    if (step.state === 'waiting' && !held.has(step.key)) return step
  }
  return null
}

async function update({ db }: Phone, nth: number, change: Partial<KeptStep>): Promise<void> {
  const tx = db.transaction('steps', 'readwrite', STRICT)
  const step = await tx.store.get(nth)
  await Promise.all([step && tx.store.put({ ...step, ...change }), tx.done])
}

/** Notes that a step is about to leave: from now on it may have arrived, whatever is heard of it. */
export function noteAttempt(phone: Phone, step: KeptStep): Promise<void> {
  return update(phone, step.nth, { attempts: step.attempts + 1 })
}

/** Notes that the server has a step, and what it calls the handover; with the last one nothing entered is left to keep. */
export async function noteSent(phone: Phone, step: KeptStep, handoverId: string | null): Promise<void> {
  const { db, owner } = phone
  const tx = db.transaction(['steps', 'records', 'drafts'], 'readwrite', STRICT)
  const kept = await tx.objectStore('steps').get(step.nth)
  if (kept)
    await tx
      .objectStore('steps')
      .put({ ...kept, state: 'sent', problem: null, sentAt: phone.now().toISOString() })
  if (handoverId) await tx.objectStore('records').put({ owner, key: step.key, handoverId })
  if (isCompletion(step.work)) await tx.objectStore('drafts').delete([owner, step.key])
  await tx.done
}

/** Notes why the server refused a step: from here on the handover waits for a person. */
export function noteProblem(phone: Phone, { nth }: KeptStep, problem: StepProblem): Promise<void> {
  return update(phone, nth, { state: 'attention', problem })
}

export function isCompletion({ kind }: EnteredWork): boolean {
  return kind.startsWith('complete_')
}

/** Lets a refused step try again, perhaps with its work put right. */
export function retryStep(phone: Phone, { nth }: KeptStep, work?: EnteredWork): Promise<void> {
  return update(phone, nth, { state: 'waiting', attempts: 0, problem: null, ...(work && { work }) })
}

/** Takes a refused completion back, so that what was entered can be corrected and signed again. */
export async function reopen({ db, owner }: Phone, { nth, key }: KeptStep): Promise<void> {
  const tx = db.transaction(['steps', 'drafts'], 'readwrite', STRICT)
  await tx.objectStore('steps').delete(nth)
  const kept = await tx.objectStore('drafts').get([owner, key])
  if (kept) await tx.objectStore('drafts').put({ ...kept, draft: unsigned(kept.draft) })
  await tx.done
}

/** Leaves out a further driver the server refuses, with the pictures of their licence. Whoever has not signed yet signs without them. */
export async function leaveOut({ db, owner }: Phone, driverId: string, key: HandoverKey): Promise<void> {
  const tx = db.transaction(['steps', 'photos', 'drafts'], 'readwrite', STRICT)
  for (const { nth, work, ...step } of await tx.objectStore('steps').getAll()) {
    if (step.owner !== owner || !('driverId' in work) || work.driverId !== driverId) continue
    await tx.objectStore('steps').delete(nth)
    if (work.kind === 'add_photo') await tx.objectStore('photos').delete(work.photoId)
  }
  const kept = await tx.objectStore('drafts').get([owner, key])
  if (kept) await tx.objectStore('drafts').put({ ...kept, draft: unsigned(kept.draft) })
  await tx.done
}

/** Leaves out one step the server refuses, a photo's picture with it. Whoever has not signed yet signs without it. */
export async function leaveOutStep({ db, owner }: Phone, { nth, key, work }: KeptStep): Promise<void> {
  const tx = db.transaction(['steps', 'photos', 'drafts'], 'readwrite', STRICT)
  await tx.objectStore('steps').delete(nth)
  if (work.kind === 'add_photo') await tx.objectStore('photos').delete(work.photoId)
  const kept = await tx.objectStore('drafts').get([owner, key])
  if (kept) await tx.objectStore('drafts').put({ ...kept, draft: unsigned(kept.draft) })
  await tx.done
}

/** Puts everything unsent of a handover aside: it stays on the phone and is not sent. */
export async function putAside(phone: Phone, key: HandoverKey): Promise<void> {
  for (const step of await listUnsent(phone))
    if (step.key === key) await update(phone, step.nth, { state: 'aside' })
}

/** Brings back what was put aside. */
export async function takeUpAgain(phone: Phone, key: HandoverKey): Promise<void> {
  for (const step of await listSteps(phone))
    if (step.key === key && step.state === 'aside')
      await update(phone, step.nth, { state: 'waiting', attempts: 0, problem: null })
}

/** Takes back a step that never left the phone; answers false when it may have. */
export async function withdraw({ db }: Phone, id: (step: KeptStep) => boolean): Promise<boolean> {
  const tx = db.transaction(['steps', 'photos'], 'readwrite', STRICT)
  const step = (await tx.objectStore('steps').getAll()).find(id)
  const isHere = step !== undefined && step.attempts === 0 && step.state === 'waiting'
  if (isHere) {
    await tx.objectStore('steps').delete(step.nth)
    if (step.work.kind === 'add_photo') await tx.objectStore('photos').delete(step.work.photoId)
  }
  await tx.done
  return isHere
}

/** Removes what the server has had for a day; handovers with anything unsent stay whole. */
export async function forgetSent(phone: Phone): Promise<void> {
  const steps = await listSteps(phone)
  const unsent = new Set(steps.filter(({ state }) => state !== 'sent').map(({ key }) => key))
  const before = new Date(phone.now().getTime() - DAY_MS).toISOString()
  for (const { nth, key, work, sentAt } of steps) {
    if (sentAt === null || sentAt > before || unsent.has(key)) continue
    if (work.kind === 'add_photo') await phone.db.delete('photos', work.photoId)
    await phone.db.delete('steps', nth)
  }
}

export async function keepDraft({ db, owner }: Phone, key: HandoverKey, draft: Draft): Promise<void> {
  await db.put('drafts', { owner, key, draft })
}

/**
 * Keeps handovers as the server just told them; those of a list replace the ones it had before. One that left the list (somebody
 * else ended it) stays while something done here has not been sent: a person has to see what it was.
 */
export async function keepHandovers(
  { db, owner }: Phone,
  handovers: PreparedHandover[],
  savedAt: Date,
  list: HandoverList | null = null,
): Promise<void> {
  const tx = db.transaction(['handovers', 'steps'], 'readwrite')
  const store = tx.objectStore('handovers')
  const known = (await store.getAll()).filter((kept) => kept.owner === owner)
  const steps = await tx.objectStore('steps').index('owner').getAll(owner)
  const open = new Set(steps.filter(({ state }) => state !== 'sent').map(({ key }) => key))
  const listed = new Map(known.map((kept) => [kept.key, kept.list]))
  const replaced = list ? known.filter((kept) => kept.list === list) : []
  const writes = [
    ...replaced.map((kept) =>
      open.has(kept.key) ? store.put({ ...kept, list: null }) : store.delete([owner, kept.key]),
    ),
    ...handovers.map((handover) => {
      const { key } = handover
      const kept = { handover, savedAt: savedAt.toISOString(), list: list ?? listed.get(key) ?? null }
      return store.put({ owner, key, ...kept })
    }),
  ]
  await Promise.all([...writes, tx.done])
}

/** Forgets what was fetched for others, or for everybody: what somebody did and has not sent stays. */
export async function dropFetched(db: Phone['db'], except?: string): Promise<void> {
  const tx = db.transaction('handovers', 'readwrite')
  for (const { owner, key } of await tx.store.getAll())
    if (owner !== except) await tx.store.delete([owner, key])
  await tx.done
}
