import { keepPictures } from '@/components/handover/phone/pictures'
import { isNoRoom, roomLeft } from '@/components/handover/phone/room'
import type { HandoverKey } from '@/lib/handover/handover'
import {
  type KeptHandover,
  type KeptStep,
  keepClockOffset,
  openPhone,
  openPhoneDatabase,
  type Phone,
  readClockOffset,
} from '@/lib/handover/offline/database'
import type { Draft } from '@/lib/handover/offline/draft'
import { fetchComing, fetchOne, fetchToday, type One, type Wash } from '@/lib/handover/offline/fetch'
import {
  appendStep,
  countOthers,
  dropFetched,
  forgetSent,
  isUnsent,
  keepDraft,
  keepHandovers,
  listSteps,
  type NewStep,
} from '@/lib/handover/offline/log'
import { sendStep } from '@/lib/handover/offline/send'
import { type Sync, type SyncPhase, startSync } from '@/lib/handover/offline/sync'
import type { HandoverRef } from '@/lib/handover/schema'

/** What the screens show: all that this phone knows, for whoever is signed in. */
export type PhoneState = {
  /** `closed`: the browser keeps nothing, so nothing must be begun. */
  stage: 'opening' | 'ready' | 'closed'
  handovers: KeptHandover[]
  steps: KeptStep[]
  drafts: Map<HandoverKey, Draft>
  washes: Wash[]
  /** Whether the server has said what today and the coming days hold, or could not be asked; until then nothing here means nothing. */
  isTodayKnown: boolean
  isComingKnown: boolean
  phase: SyncPhase
  /** The step that is being sent. */
  sending: number | null
  clockOffsetMs: number | null
  /** Steps of other people that wait for them to sign in. */
  others: number
  /** The phone is nearly full. */
  isShort: boolean
}

const NOTHING: PhoneState = {
  stage: 'opening',
  handovers: [],
  steps: [],
  drafts: new Map(),
  washes: [],
  isTodayKnown: false,
  isComingKnown: false,
  phase: 'idle',
  sending: null,
  clockOffsetMs: null,
  others: 0,
  isShort: false,
}

/** The phone's memory as screens see it: one for each page, read anew whenever anything in it changed. */
export class PhoneStore {
  private state = NOTHING
  private readonly listeners = new Set<() => void>()
  private phone: Phone | null = null
  private sync: Sync | null = null
  private tabs: BroadcastChannel | null = null
  /** Counts starts and stops: what a start finds too late, it leaves. */
  private turn = 0
  /** Drafts that are being written: the screen's is newer than the memory's. */
  private readonly entering = new Map<HandoverKey, number>()

  /** The last thing written found no room, whatever the browser's estimate says. */
  private isFull = false

  constructor(private readonly owner: string) {}

  readonly subscribe = (heard: () => void) => {
    this.listeners.add(heard)
    return () => this.listeners.delete(heard)
  }
  readonly snapshot = () => this.state
  readonly serverSnapshot = () => NOTHING

  /** Opens the memory and begins to send. */
  async start(): Promise<void> {
    this.turn += 1
    const { turn } = this
    try {
      const phone = await openPhone(await openPhoneDatabase(), this.owner)
      if (turn !== this.turn) return phone.db.close()
      this.phone = phone
    } catch {
      return this.set({ stage: 'closed' })
    }
    // Making room is no reason not to open: what waits has to be sent, most of all from a full phone.
    await this.asRoomAllows(async ({ db }) => {
      await dropFetched(db, this.owner)
      await forgetSent(this.open())
    })
    // Asked once; a browser that declines may clear the phone's memory when it is full, so the room is watched.
    await navigator.storage?.persist?.().catch(() => false)
    if (turn !== this.turn) return
    this.tabs = new BroadcastChannel('crms-handover')
    this.tabs.onmessage = () => void this.read()
    await this.read()
    this.set({ stage: 'ready' })
    this.sync = startSync(this.phone, sendStep, {
      phase: (phase) => this.set({ phase }),
      step: (step) => {
        this.set({ sending: step?.nth ?? null })
        void this.read()
      },
      changed: () => void this.changed(),
    })
  }

  stop(): void {
    this.turn += 1
    this.sync?.stop()
    this.tabs?.close()
    this.phone?.db.close()
    this.phone = null
  }

  /**
   * Writes a step down and sends it when it can be sent.
   * @throws DOMException when the phone has no room for it
   */
  async write(step: NewStep): Promise<void> {
    await this.noticingNoRoom(appendStep(this.open(), step))
    await this.changed()
    this.sync?.nudge()
  }

  /** Changes what the memory holds by one of its own functions, and sends what may go now. */
  async act(work: (phone: Phone) => Promise<unknown>): Promise<void> {
    await work(this.open())
    await this.changed()
    this.sync?.nudge()
  }

  /** Keeps what was entered; the screen has it at once. */
  async keep(key: HandoverKey, draft: Draft): Promise<void> {
    this.set({ drafts: new Map(this.state.drafts).set(key, draft) })
    this.entering.set(key, (this.entering.get(key) ?? 0) + 1)
    try {
      await this.noticingNoRoom(keepDraft(this.open(), key, draft))
    } finally {
      this.entering.set(key, (this.entering.get(key) ?? 1) - 1)
    }
  }

  readonly nudge = () => this.sync?.nudge()

  /** Asks the server for today's list; answers whether it could be asked. */
  async refreshToday(): Promise<void> {
    const askedAt = new Date()
    const answer = await fetchToday()
    if (answer.kind !== 'ok') {
      this.set({ isTodayKnown: true, ...(answer.kind === 'signed_out' && { phase: 'signed_out' }) })
      return
    }
    const { handovers, washes } = answer.data
    try {
      await this.asRoomAllows(async (phone) => {
        await this.measure(answer.clockOffsetMs)
        await keepHandovers(phone, handovers, askedAt, 'today')
        await phone.db.put('facts', { name: `washes:${this.owner}`, value: washes })
      })
      keepPictures(handovers)
    } finally {
      this.set({ isTodayKnown: true })
    }
  }

  /** Asks the server for the days to come, so that what is brought forward can be done without network. */
  async refreshComing(): Promise<void> {
    const askedAt = new Date()
    const answer = await fetchComing()
    try {
      if (answer.kind === 'ok')
        await this.asRoomAllows((phone) => keepHandovers(phone, answer.data.handovers, askedAt, 'coming'))
    } finally {
      this.set({ isComingKnown: true })
    }
  }

  /** Asks the server for one handover; answers its key and where its contract is, or why there is none. */
  async refreshOne(
    ref: HandoverRef,
  ): Promise<({ key: HandoverKey } & Omit<One, 'handover'>) | 'unreachable' | 'not_found'> {
    const askedAt = new Date()
    const answer = await fetchOne(ref)
    if (answer.kind === 'not_found') return 'not_found'
    if (answer.kind !== 'ok') return 'unreachable'
    await this.measure(answer.clockOffsetMs)
    const { handover, ...contract } = answer.data
    await keepHandovers(this.open(), [handover], askedAt)
    await this.changed()
    keepPictures([handover])
    return { key: handover.key, ...contract }
  }

  /** The bytes of a photo that was taken here. */
  async photo(id: string): Promise<ArrayBuffer | null> {
    return (await this.open().db.get('photos', id))?.bytes ?? null
  }

  private open(): Phone {
    if (!this.phone) throw new Error('The phone is not open yet')
    return this.phone
  }

  private async measure(clockOffsetMs: number | null): Promise<void> {
    if (clockOffsetMs !== null) await keepClockOffset(this.open(), clockOffsetMs)
  }

  /** Keeps what was fetched; a phone that cannot keep it says so, and what it has already stays to be seen. */
  private async asRoomAllows(work: (phone: Phone) => Promise<void>): Promise<void> {
    try {
      await this.noticingNoRoom(work(this.open()))
    } catch (thrown) {
      if (!isNoRoom(thrown)) throw thrown
    }
    await this.changed()
  }

  private async noticingNoRoom(written: Promise<void>): Promise<void> {
    try {
      await written
      this.isFull = false
    } catch (thrown) {
      this.isFull = isNoRoom(thrown)
      this.set({ isShort: this.isFull })
      throw thrown
    }
  }

  private async changed(): Promise<void> {
    this.tabs?.postMessage(null)
    await this.read()
  }

  private async read(): Promise<void> {
    const { phone } = this
    // What was under way when the page was left has nobody to show it to.
    if (!phone) return
    const { db, owner } = phone
    const [handovers, steps, drafts, records, washes, clockOffsetMs, others, room] = await Promise.all([
      db.getAll('handovers'),
      listSteps(phone),
      db.getAll('drafts'),
      db.getAll('records'),
      db.get('facts', `washes:${owner}`),
      readClockOffset(phone),
      countOthers(phone),
      roomLeft(),
    ])
    const own = <T extends { owner: string }>(rows: T[]) => rows.filter((row) => row.owner === owner)
    void navigator.setAppBadge?.(steps.filter(isUnsent).length).catch(() => undefined)
    this.set({
      handovers: own(handovers).map((kept) => begunHere(kept, own(records))),
      steps,
      drafts: this.draftsBeside(own(drafts)),
      washes: (washes?.value as Wash[] | undefined) ?? [],
      clockOffsetMs,
      others,
      isShort: this.isFull || room === 'short',
    })
  }

  private draftsBeside(kept: { key: HandoverKey; draft: Draft }[]): Map<HandoverKey, Draft> {
    const drafts = new Map(kept.map(({ key, draft }) => [key, draft]))
    for (const [key, writes] of this.entering) {
      const entered = this.state.drafts.get(key)
      if (writes > 0 && entered) drafts.set(key, entered)
    }
    return drafts
  }

  private set(part: Partial<PhoneState>): void {
    this.state = { ...this.state, ...part }
    for (const heard of this.listeners) heard()
  }
}

/** A handover with the record it got when its first step arrived, until the server tells of it itself. */
function begunHere(kept: KeptHandover, records: { key: HandoverKey; handoverId: string }[]): KeptHandover {
  const id = records.find(({ key }) => key === kept.handover.key)?.handoverId
  if (!id || kept.handover.record) return kept
  return { ...kept, handover: { ...kept.handover, record: { id, isCompleted: false } } }
}
