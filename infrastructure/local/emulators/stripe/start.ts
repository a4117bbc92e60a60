import { createFaults } from '../server/faults.ts'
import { listen, stop } from '../server/http.ts'
import { dispatch, type Route } from '../server/router.ts'
import { createStateFile, loadState } from '../server/state-file.ts'
import { apiRoutes, unknownPath } from './api.ts'
import { bankControlRoutes } from './bank-control.ts'
import { endDuePeriods } from './billing/subscriptions.ts'
import { resetClock } from './clock.ts'
import { controlRoutes } from './control.ts'
import { createIdempotencyKeys, type SavedAnswers } from './idempotency.ts'
import type { StripeEvent } from './objects.ts'
import { authenticateRoutes } from './pages/authenticate.ts'
import { checkoutRoutes } from './pages/checkout.ts'
import { onboardingRoutes } from './pages/onboarding.ts'
import { overviewRoutes } from './pages/overview.ts'
import { portalRoutes } from './pages/portal.ts'
import { expireDueSessions } from './payments/expire-sessions.ts'
import { lapseDueHolds } from './payments/lapse-holds.ts'
import { seedAccount } from './resources/accounts.ts'
import { newEvent } from './resources/events.ts'
import { seedPlans } from './resources/prices.ts'
import { allResources } from './resources.ts'
import { createStore, type StoreSnapshot } from './store.ts'
import { createWebhooks, SUBSCRIBED_EVENTS } from './webhooks.ts'
import type { World } from './world.ts'

export interface StripeOptions {
  port: number
  appUrl: string
  webhookSecret: string
  /** Signs events of connected accounts. */
  connectWebhookSecret: string
  /** Connected accounts that are ready from the start. */
  connectedAccounts: { id: string; name: string }[]
  stateFile: string | null
  log(line: string): void
}

interface SavedState {
  objects: StoreSnapshot
  answers: SavedAnswers
}

const EXPIRY_SWEEP_MS = 1000

/** Starts the Stripe emulator: API, hosted pages and webhook deliveries. */
export async function startStripe(options: StripeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const url = `http://localhost:${options.port}`
  const saved = loadState<SavedState>(options.stateFile)
  const store = createStore(saved?.objects ?? null)
  const keys = createIdempotencyKeys(saved?.answers ?? null)
  const file = createStateFile(options.stateFile, () => ({
    objects: store.snapshot(),
    answers: keys.snapshot(),
  }))
  const faults = createFaults(() => webhooks.release())
  const webhooks = createWebhooks({
    url: `${options.appUrl}/api/webhooks/stripe`,
    secretFor: ({ account }) => (account ? options.connectWebhookSecret : options.webhookSecret),
    faults,
    log: options.log,
    onDelivered: file.saveSoon,
  })
  let request: StripeEvent['request'] = { id: null, idempotency_key: null }

  const world: World = {
    store,
    publicUrl: url,
    emit(type, owner, subject, previous) {
      const event = store.put(owner, newEvent(type, owner, subject, request, previous))
      if (SUBSCRIBED_EVENTS.includes(type)) {
        event.pending_webhooks = 1
        webhooks.deliver(event)
      }
      return event
    },
  }

  function seed(): void {
    seedPlans(world)
    for (const account of options.connectedAccounts) seedAccount(world, account.id, account.name)
  }
  function reset(): void {
    webhooks.clear()
    store.clear()
    keys.clear()
    faults.clear()
    resetClock()
    seed()
  }

  function sweep(): void {
    expireDueSessions(world)
    lapseDueHolds(world)
    endDuePeriods(world)
  }

  const routes: Route[] = [
    ...apiRoutes(allResources(world), { store, faults, keys, onRequest: (origin) => (request = origin) }),
    ...checkoutRoutes(world),
    ...authenticateRoutes(world),
    ...onboardingRoutes(world),
    ...overviewRoutes(world),
    ...portalRoutes(world),
    ...faults.routes,
    ...bankControlRoutes(world),
    ...controlRoutes({ world, webhooks, reset, sweep }),
  ]
  const server = await listen(
    options.port,
    async (call) => {
      const response = await (dispatch(routes, call) ?? unknownPath(call))
      if (call.method !== 'GET') file.saveSoon()
      return response
    },
    options.log,
  )

  seed()
  // What an earlier run could not deliver any more is sent now.
  for (const { value } of store.everywhere('event').reverse())
    if (value.pending_webhooks > 0) webhooks.deliver(value)
  const timer = setInterval(sweep, EXPIRY_SWEEP_MS)
  timer.unref()

  return {
    url,
    async close() {
      clearInterval(timer)
      webhooks.clear()
      file.saveNow()
      await stop(server)
    },
  }
}
