import type { Form } from '../server/form.ts'
import type { Owner, StripeEvent, StripeObject } from './objects.ts'
import type { Store } from './store.ts'

/** What every resource of the Stripe emulator works with. */
export interface World {
  store: Store
  /** Where browsers reach the hosted pages. */
  publicUrl: string
  /** Records an event with the object as it is now, and sends it to the webhook endpoint. */
  emit(type: string, owner: Owner, subject: StripeObject, previous?: Record<string, unknown>): StripeEvent
}

/** One authenticated API request. Handlers are synchronous, so that none sees another's half-done work. */
export interface ApiCall {
  owner: Owner
  path: string
  params: Record<string, string>
  form: Form
}

export interface Resource {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  /** The fields this operation takes. */
  fields: readonly string[]
  run(call: ApiCall): object
}
