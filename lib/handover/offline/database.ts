import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { HandoverKey, PreparedHandover } from '@/lib/handover/handover'
import type { Draft } from '@/lib/handover/offline/draft'
import { MEMORY } from '@/lib/handover/offline/memory'
import type { EnteredWork } from '@/lib/handover/schema'

/** Why the server refused a step: its code, a sentence for people, and what goes with it. */
export type StepProblem = { code: string; message: string; details: Record<string, unknown> }

/**
 * How far a step is: waiting for the network or for its turn, sent, refused so that a person must decide, or put aside
 * by a person. That it is being sent just now is known to the running page alone: after a kill it waits again.
 */
export type StepState = 'waiting' | 'sent' | 'attention' | 'aside'

/** One thing somebody did in a handover, as the phone keeps it until the server has it. */
export type KeptStep = {
  /** The order in which everything on this phone was done. */
  nth: number
  id: string
  owner: string
  key: HandoverKey
  vehicleId: string
  about: string
  work: EnteredWork
  deviceAt: string
  clockOffsetMs: number | null
  state: StepState
  attempts: number
  problem: StepProblem | null
  sentAt: string | null
}

/** Which of the lists a handover came with: today's with what is late, or that of the days to come; null for one asked for by itself. */
export type HandoverList = 'today' | 'coming'

/** A handover as the server told it, and when. */
export type KeptHandover = { handover: PreparedHandover; savedAt: string; list: HandoverList | null }

interface Schema extends DBSchema {
  steps: { key: number; value: KeptStep; indexes: { owner: string; turn: [owner: string, state: StepState] } }
  /** Photos as bare bytes: Safari has lost blobs before. */
  photos: { key: string; value: { id: string; owner: string; bytes: ArrayBuffer } }
  handovers: {
    key: [string, string]
    value: { owner: string; key: HandoverKey } & KeptHandover
  }
  drafts: { key: [string, string]; value: { owner: string; key: HandoverKey; draft: Draft } }
  /** The server's records of handovers worked on here, wherever they were begun. */
  records: { key: [string, string]; value: { owner: string; key: HandoverKey; handoverId: string } }
  facts: { key: string; value: { name: string; value: unknown } }
}

export type PhoneDatabase = IDBPDatabase<Schema>

/**
 * Opens what the phone keeps; a memory of an earlier version keeps all it holds.
 * @throws DOMException where the browser keeps nothing
 */
export function openPhoneDatabase(name = MEMORY): Promise<PhoneDatabase> {
  return openDB<Schema>(name, 2, {
    upgrade(db, before, _, tx) {
      if (before < 1) {
        db.createObjectStore('steps', { keyPath: 'nth', autoIncrement: true }).createIndex('owner', 'owner')
        db.createObjectStore('photos', { keyPath: 'id' })
        for (const store of ['handovers', 'drafts', 'records'] as const)
          db.createObjectStore(store, { keyPath: ['owner', 'key'] })
        db.createObjectStore('facts', { keyPath: 'name' })
      }
      tx.objectStore('steps').createIndex('turn', ['owner', 'state'])
    },
  })
}

/** Who works with the phone, and with what. */
export type Phone = {
  db: PhoneDatabase
  /** Company and person: nobody sees or sends what somebody else did. */
  owner: string
  deviceId: string
  now: () => Date
}

/** The phone as its present user holds it; the first use gives the device its id. */
export async function openPhone(db: PhoneDatabase, owner: string, now = () => new Date()): Promise<Phone> {
  const known = await db.get('facts', 'deviceId')
  const deviceId = (known?.value as string | undefined) ?? crypto.randomUUID()
  if (!known) await db.put('facts', { name: 'deviceId', value: deviceId })
  return { db, owner, deviceId, now }
}

/** How far the server's clock is ahead of the phone's, as last measured; null before the first answer. */
export async function readClockOffset({ db }: Phone): Promise<number | null> {
  return ((await db.get('facts', 'clockOffsetMs'))?.value as number | undefined) ?? null
}

export async function keepClockOffset({ db }: Phone, clockOffsetMs: number): Promise<void> {
  await db.put('facts', { name: 'clockOffsetMs', value: clockOffsetMs })
}
