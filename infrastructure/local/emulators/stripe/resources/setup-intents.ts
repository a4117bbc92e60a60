import type { Form } from '../../server/form.ts'
import { SAVES_BUT_FAILS } from '../cards.ts'
import { invalidRequest, StripeApiError } from '../errors.ts'
import { choice, flag, listOfTexts, mergeMetadata, requiredText, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { SetupIntent } from '../objects/setup-intent.ts'
import type { Owner } from '../objects.ts'
import { cardOf, needsAuthentication } from '../payments/confirm.ts'
import type { Resource, World } from '../world.ts'
import { attach, resolvePaymentMethod } from './payment-methods.ts'

export function createSetupIntent(world: World, owner: Owner, fields: Partial<SetupIntent>): SetupIntent {
  const id = newId('seti_1')
  const intent = world.store.put<SetupIntent>(owner, {
    id,
    object: 'setup_intent',
    created: nowSeconds(),
    livemode: false,
    client_secret: `${id}_secret_${newId('')}`,
    customer: null,
    description: null,
    last_setup_error: null,
    metadata: {},
    next_action: null,
    payment_method: null,
    payment_method_types: ['card'],
    usage: 'off_session',
    status: fields.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    ...fields,
  })
  world.emit('setup_intent.created', owner, intent)
  return intent
}

/** Saves a card for later: it succeeds, waits for the cardholder, or fails with Stripe's 402. */
export function confirmSetupIntent(
  world: World,
  owner: Owner,
  intent: SetupIntent,
  returnUrl: string | null,
): SetupIntent {
  if (!intent.payment_method)
    throw invalidRequest('This SetupIntent is missing a payment method.', 'setup_intent_unexpected_state')
  const method = world.store.get('payment_method', owner, intent.payment_method)
  const { card, secret } = cardOf(world, owner, method)
  if (card.failure && card.number !== SAVES_BUT_FAILS) {
    const error = { type: 'card_error' as const, code: card.failure.code, message: card.failure.message }
    intent.status = 'requires_payment_method'
    intent.last_setup_error = { ...error, payment_method: method }
    world.emit('setup_intent.setup_failed', owner, intent)
    throw new StripeApiError(402, { ...error, setup_intent: structuredClone(intent) })
  }
  if (needsAuthentication(card, secret)) {
    const url = `${world.publicUrl}/authenticate/${intent.id}`
    intent.status = 'requires_action'
    intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } }
    world.emit('setup_intent.requires_action', owner, intent)
    return intent
  }
  return completeSetup(world, owner, intent)
}

/** Goes on after the cardholder confirmed or refused on the authentication page. */
export function finishSetupAuthentication(
  world: World,
  owner: Owner,
  intent: SetupIntent,
  confirmed: boolean,
): void {
  intent.next_action = null
  if (!confirmed) {
    intent.status = 'requires_payment_method'
    intent.last_setup_error = { type: 'invalid_request_error', code: 'setup_intent_authentication_failure' }
    world.emit('setup_intent.setup_failed', owner, intent)
    return
  }
  const method = world.store.get('payment_method', owner, intent.payment_method ?? '')
  cardOf(world, owner, method).secret.authenticated = true
  completeSetup(world, owner, intent)
}

function completeSetup(world: World, owner: Owner, intent: SetupIntent): SetupIntent {
  const method = world.store.get('payment_method', owner, intent.payment_method ?? '')
  if (intent.customer) attach(world, owner, method, intent.customer)
  intent.status = 'succeeded'
  world.emit('setup_intent.succeeded', owner, intent)
  return intent
}

function createFromForm(world: World, owner: Owner, form: Form): SetupIntent {
  const methodId = text(form, 'payment_method')
  const types = listOfTexts(form, 'payment_method_types')
  const intent = createSetupIntent(world, owner, {
    customer: text(form, 'customer'),
    description: text(form, 'description'),
    metadata: mergeMetadata({}, form.metadata),
    payment_method: methodId ? resolvePaymentMethod(world, owner, methodId).id : null,
    payment_method_types: types.length > 0 ? types : ['card'],
    usage: choice(form, 'usage', ['on_session', 'off_session'] as const, 'off_session'),
  })
  return flag(form, 'confirm') ? confirmSetupIntent(world, owner, intent, text(form, 'return_url')) : intent
}

const CREATE_FIELDS = [
  'automatic_payment_methods',
  'confirm',
  'customer',
  'description',
  'metadata',
  'payment_method',
  'payment_method_types',
  'return_url',
  'usage',
]

export function setupIntentResources(world: World): Resource[] {
  const find = (owner: Owner, params: Record<string, string>) =>
    world.store.get('setup_intent', owner, requiredText(params, 'id'), 'intent')

  return [
    {
      method: 'POST',
      path: '/v1/setup_intents',
      fields: CREATE_FIELDS,
      run: ({ owner, form }) => createFromForm(world, owner, form),
    },
    {
      method: 'GET',
      path: '/v1/setup_intents/:id',
      fields: ['client_secret'],
      run: ({ owner, params }) => find(owner, params),
    },
    {
      method: 'POST',
      path: '/v1/setup_intents/:id/confirm',
      fields: ['payment_method', 'return_url'],
      run: ({ owner, params, form }) => {
        const intent = find(owner, params)
        const methodId = text(form, 'payment_method')
        if (methodId) intent.payment_method = resolvePaymentMethod(world, owner, methodId).id
        return confirmSetupIntent(world, owner, intent, text(form, 'return_url'))
      },
    },
    {
      method: 'POST',
      path: '/v1/setup_intents/:id/cancel',
      fields: ['cancellation_reason'],
      run: ({ owner, params }) => {
        const intent = find(owner, params)
        intent.status = 'canceled'
        world.emit('setup_intent.canceled', owner, intent)
        return intent
      },
    },
    {
      method: 'GET',
      path: '/v1/setup_intents',
      fields: [...LIST_FIELDS, 'customer'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('setup_intent', owner), form, ['customer']), form),
    },
  ]
}
