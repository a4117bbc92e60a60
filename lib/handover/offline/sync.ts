import type { KeptStep, Phone } from '@/lib/handover/offline/database'
import { type DrainEnd, drain, type Send } from '@/lib/handover/offline/queue'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000
const LOCK = 'crms-handover-sync'

/** What the sending does: at rest, under way, without network or server, or without anybody signed in. */
export type SyncPhase = 'idle' | 'sending' | 'unreachable' | 'signed_out'

export type Sync = {
  /** Something was written, or things look better: try now. */
  nudge: () => void
  stop: () => void
}

type Hear = { phase: (phase: SyncPhase) => void; step: (step: KeptStep | null) => void; changed: () => void }

/**
 * Sends what waits while the page is open: when something is written, the network returns, the page is looked at again,
 * and else after a while that grows with every failure. Of several tabs one sends.
 */
export function startSync(phone: Phone, send: Send, hear: Hear): Sync {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isRunning = false
  let isWanted = false
  let isStopped = false

  async function run() {
    if (isRunning || isStopped) {
      isWanted = true
      return
    }
    isRunning = true
    isWanted = false
    clearTimeout(timer)
    hear.phase('sending')
    const end = await alone(() => drain(phone, send, hear.step)).catch((): DrainEnd => 'unreachable')
    isRunning = false
    if (isStopped) return
    failures = end === 'unreachable' ? failures + 1 : 0
    hear.phase(end === 'drained' ? 'idle' : end)
    hear.changed()
    if (isWanted) void run()
    else if (end !== 'drained') timer = setTimeout(run, waitAfter(failures))
  }

  function nudge() {
    failures = 0
    void run()
  }
  function look() {
    if (document.visibilityState === 'visible') nudge()
  }
  window.addEventListener('online', nudge)
  document.addEventListener('visibilitychange', look)
  void run()
  return {
    nudge,
    stop() {
      isStopped = true
      clearTimeout(timer)
      window.removeEventListener('online', nudge)
      document.removeEventListener('visibilitychange', look)
    },
  }
}

/** Doubles with every failure, up to a minute; a little unlike others, so that a fleet of phones does not knock at once. */
function waitAfter(failures: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1))
  return wait * (0.75 + Math.random() / 2)
}

/** Runs while no other tab does; where tabs cannot agree, the server still does everything once. */
function alone(work: () => Promise<DrainEnd>): Promise<DrainEnd> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(LOCK, work)
}
