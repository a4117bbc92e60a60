import { setTimeout as sleep } from 'node:timers/promises'
import { ConnectionLost } from './http.ts'
import { type Call, type Route, route } from './router.ts'

/** What can be made to go wrong; every switch is off by default. README.md explains each. */
export interface FaultSettings {
  /** Only calls whose path starts with this are affected; empty means all. */
  path: string
  slowMs: number
  failNext: number
  failStatus: number
  /** Stripe only: remember the failure under the idempotency key, as Stripe does once a request began to run. */
  failSaved: boolean
  /** The next n writes are carried out, but the caller never hears of it. */
  timeoutAfterSuccess: number
  /** How long such a call stays open before the connection is dropped. */
  timeoutMs: number
  /** Webhook deliveries: further copies of each, keep them back, release them in another order. */
  duplicateDeliveries: number
  holdDeliveries: boolean
  shuffleDeliveries: boolean
}

export interface Faults {
  readonly current: FaultSettings
  clear(): void
  /** Waits `slowMs`. */
  delay(call: Call): Promise<void>
  /** The status to fail with, when it is this call's turn. */
  takeFailure(call: Call): number | null
  /** After a successful write: may never return, by throwing `ConnectionLost` in the end. */
  loseAnswer(call: Call): Promise<void>
  routes: Route[]
}

const OFF: FaultSettings = {
  path: '',
  slowMs: 0,
  failNext: 0,
  failStatus: 500,
  failSaved: false,
  timeoutAfterSuccess: 0,
  timeoutMs: 100_000,
  duplicateDeliveries: 0,
  holdDeliveries: false,
  shuffleDeliveries: false,
}

/** Creates the fault switches of one emulator; `onChange` runs after each change. */
export function createFaults(onChange: () => void = () => {}): Faults {
  const current: FaultSettings = { ...OFF }
  const concerns = (call: Call) => call.path.startsWith(current.path)

  function change(settings: Partial<FaultSettings>): Response {
    const unknown = Object.keys(settings).filter((name) => !(name in OFF))
    if (unknown.length > 0)
      return Response.json({ error: `Unknown fault: ${unknown.join(', ')}` }, { status: 400 })
    Object.assign(current, settings)
    onChange()
    return Response.json(current)
  }

  return {
    current,
    clear() {
      change(OFF)
    },
    async delay(call) {
      if (current.slowMs > 0 && concerns(call)) await sleep(current.slowMs)
    },
    takeFailure(call) {
      if (current.failNext <= 0 || !concerns(call)) return null
      current.failNext -= 1
      return current.failStatus
    },
    async loseAnswer(call) {
      if (current.timeoutAfterSuccess <= 0 || call.method === 'GET' || !concerns(call)) return
      current.timeoutAfterSuccess -= 1
      await sleep(current.timeoutMs, undefined, { ref: false })
      throw new ConnectionLost()
    },
    routes: [
      route('GET', '/_emulate/faults', () => Response.json(current)),
      route('POST', '/_emulate/faults', (call) =>
        change(JSON.parse(call.body.toString()) as Partial<FaultSettings>),
      ),
      route('DELETE', '/_emulate/faults', () => change(OFF)),
    ],
  }
}
