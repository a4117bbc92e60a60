import type { Faults } from '../server/faults.ts'
import { decodeForm } from '../server/form.ts'
import { type Call, type Route, route } from '../server/router.ts'
import { StripeApiError } from './errors.ts'
import { expand } from './expand.ts'
import { listOfTexts, refuseUnknown } from './fields.ts'
import { type IdempotencyKeys, jsonText } from './idempotency.ts'
import { newId } from './ids.ts'
import type { Owner } from './objects.ts'
import { API_VERSION } from './resources/events.ts'
import type { Store } from './store.ts'
import type { Resource } from './world.ts'

export interface ApiOptions {
  store: Store
  faults: Faults
  keys: IdempotencyKeys
  /** Told before each request runs, so that events can name the request they came from. */
  onRequest(request: { id: string; idempotency_key: string | null }): void
}

/** Turns resources into routes with everything Stripe does around them: key, account, idempotency, errors. */
export function apiRoutes(resources: Resource[], options: ApiOptions): Route[] {
  return resources.map((resource) =>
    route(resource.method, resource.path, (call) => answer(resource, call, options)),
  )
}

/** Stripe's answer for a path that the API does not have. */
export function unknownPath(call: Call): Response {
  return new StripeApiError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${call.method}: ${call.path}). Not emulated.`,
  }).toResponse()
}

async function answer(resource: Resource, call: Call, options: ApiOptions): Promise<Response> {
  const requestId = newId('req_', 14)
  await options.faults.delay(call)
  const response = run(resource, call, requestId, options)
  response.headers.set('request-id', requestId)
  response.headers.set('stripe-version', call.headers.get('stripe-version') ?? API_VERSION)
  if (response.ok) await options.faults.loseAnswer(call)
  return response
}

function run(
  resource: Resource,
  call: Call,
  requestId: string,
  { store, faults, keys, onRequest }: ApiOptions,
): Response {
  let owner: Owner = null
  try {
    authenticate(call)
    owner = readAccount(store, call)
    const replayed = keys.replay(owner, call)
    if (replayed) return replayed
    const failure = faults.takeFailure(call)
    if (failure !== null) {
      const failed = injectedFailure(failure)
      if (faults.current.failSaved) keys.save(owner, call, failure, JSON.stringify({ error: failed.detail }))
      return failed.toResponse()
    }
    onRequest({ id: requestId, idempotency_key: call.headers.get('idempotency-key') })
    const body = JSON.stringify(runResource(resource, call, owner, store), null, 2)
    keys.save(owner, call, 200, body)
    return jsonText(body, 200)
  } catch (error) {
    if (!(error instanceof StripeApiError)) throw error
    keys.save(owner, call, error.status, JSON.stringify({ error: error.detail }))
    return error.toResponse()
  }
}

function runResource(resource: Resource, call: Call, owner: Owner, store: Store): unknown {
  const encoded = call.method === 'GET' ? call.query : new URLSearchParams(call.body.toString())
  const form = decodeForm(encoded)
  refuseUnknown(form, resource.fields)
  const result = resource.run({ owner, path: call.path, params: call.params, form })
  return expand(store, owner, result, listOfTexts(form, 'expand'))
}

function authenticate(call: Call): void {
  const header = call.headers.get('authorization') ?? ''
  const basic = /^Basic (.+)$/.exec(header)?.[1]
  const key = basic
    ? Buffer.from(basic, 'base64').toString().split(':')[0]
    : /^Bearer (.+)$/.exec(header)?.[1]
  if (key && /^(sk|rk)_test_/.test(key)) return
  const message = key
    ? `Invalid API Key provided: ${key.slice(0, 8)}***. The emulator takes test keys (sk_test_…) only.`
    : 'You did not provide an API key.'
  throw new StripeApiError(401, { type: 'invalid_request_error', message })
}

function readAccount(store: Store, call: Call): Owner {
  const id = call.headers.get('stripe-account')
  if (!id) return null
  if (store.find('account', null, id)) return id
  throw new StripeApiError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  })
}

function injectedFailure(status: number): StripeApiError {
  if (status === 429) {
    return new StripeApiError(429, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded.',
    })
  }
  return new StripeApiError(status, {
    type: 'api_error',
    message: 'An unknown error occurred (asked for by a fault switch).',
  })
}
