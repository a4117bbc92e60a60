import type { Form } from '../../server/form.ts'
import { cardByAlias, cardByNumber, type TestCard } from '../cards.ts'
import { invalidRequest, StripeApiError } from '../errors.ts'
import { integer, mergeMetadata, nested, requiredText, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { BillingDetails } from '../objects/billing-details.ts'
import type { CardSecret, PaymentMethod } from '../objects/payment-method.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { readBillingDetails } from './billing-details.ts'

export interface NewCard {
  card: TestCard
  expMonth?: number
  expYear?: number
  billing: BillingDetails
}

export function createPaymentMethod(
  world: World,
  owner: Owner,
  { card, expMonth, expYear, billing }: NewCard,
): PaymentMethod {
  const id = newId('pm_1')
  world.store.put<CardSecret>(owner, { id, object: 'card_secret', number: card.number, authenticated: false })
  return world.store.put<PaymentMethod>(owner, {
    id,
    object: 'payment_method',
    created: nowSeconds(),
    livemode: false,
    type: 'card',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    card: {
      brand: card.brand,
      country: 'CH',
      exp_month: expMonth ?? 12,
      exp_year: expYear ?? new Date().getFullYear() + 4,
      fingerprint: `fp${card.number.slice(-14)}`,
      funding: 'credit',
      last4: card.number.slice(-4),
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      wallet: null,
    },
    customer: null,
    metadata: {},
  })
}

/** Finds a payment method; a test name such as `pm_card_visa` becomes a new one. */
export function resolvePaymentMethod(world: World, owner: Owner, id: string): PaymentMethod {
  const card = cardByAlias(id)
  if (card) return createPaymentMethod(world, owner, { card, billing: readBillingDetails({}) })
  return world.store.get('payment_method', owner, id, 'payment_method')
}

/** Looks a typed card number up, answering as Stripe does for numbers that are not test cards. */
export function requireTestCard(number: string): TestCard {
  const card = cardByNumber(number.replace(/\s/g, ''))
  if (card) return card
  throw new StripeApiError(402, {
    type: 'card_error',
    code: 'incorrect_number',
    param: 'number',
    message: 'Your card number is incorrect. Only test cards work here.',
  })
}

export function attach(world: World, owner: Owner, method: PaymentMethod, customerId: string): void {
  world.store.get('customer', owner, customerId, 'customer')
  if (method.customer && method.customer !== customerId) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.')
  }
  if (method.customer === customerId) return
  method.customer = customerId
  world.emit('payment_method.attached', owner, method)
}

function createFromForm(world: World, owner: Owner, form: Form): PaymentMethod {
  if (requiredText(form, 'type') !== 'card')
    throw invalidRequest('Only cards are emulated.', undefined, 'type')
  const card = nested(form, 'card')
  const alias = text(card, 'token')?.replace('tok_', 'pm_card_')
  const created = createPaymentMethod(world, owner, {
    card: (alias && cardByAlias(alias)) || requireTestCard(requiredText(card, 'number', 'card[number]')),
    expMonth: integer(card, 'exp_month') ?? undefined,
    expYear: integer(card, 'exp_year') ?? undefined,
    billing: readBillingDetails(nested(form, 'billing_details')),
  })
  created.metadata = mergeMetadata({}, form.metadata)
  return created
}

export function paymentMethodResources(world: World): Resource[] {
  const ofCustomer = (owner: Owner, customer: string) =>
    world.store.all('payment_method', owner).filter((method) => method.customer === customer)

  return [
    {
      method: 'POST',
      path: '/v1/payment_methods',
      fields: ['type', 'card', 'billing_details', 'metadata', 'allow_redisplay'],
      run: ({ owner, form }) => createFromForm(world, owner, form),
    },
    {
      method: 'GET',
      path: '/v1/payment_methods/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('payment_method', owner, params.id ?? ''),
    },
    {
      method: 'POST',
      path: '/v1/payment_methods/:id/attach',
      fields: ['customer'],
      run: ({ owner, params, form }) => {
        const method = resolvePaymentMethod(world, owner, params.id ?? '')
        attach(world, owner, method, requiredText(form, 'customer'))
        return method
      },
    },
    {
      method: 'POST',
      path: '/v1/payment_methods/:id/detach',
      fields: [],
      run: ({ owner, params }) => {
        const method = world.store.get('payment_method', owner, params.id ?? '')
        method.customer = null
        world.emit('payment_method.detached', owner, method)
        return method
      },
    },
    {
      method: 'GET',
      path: '/v1/payment_methods',
      fields: [...LIST_FIELDS, 'customer', 'type', 'allow_redisplay'],
      run: ({ owner, form, path }) => {
        // Stripe lists only what is attached to somebody.
        const attached = world.store.all('payment_method', owner).filter((method) => method.customer !== null)
        return listPage(path, filterBy(attached, form, ['customer', 'type']), form)
      },
    },
    {
      method: 'GET',
      path: '/v1/customers/:customer/payment_methods',
      fields: [...LIST_FIELDS, 'type', 'allow_redisplay'],
      run: ({ owner, params, form, path }) => listPage(path, ofCustomer(owner, params.customer ?? ''), form),
    },
  ]
}
