import type { Form } from '../../server/form.ts'
import { changePrice, previewChange } from '../billing/change-plan.ts'
import { itemOf } from '../billing/items.ts'
import { createSubscription, endSubscription, giveNotice, requireLiving } from '../billing/subscriptions.ts'
import { invalidRequest } from '../errors.ts'
import { choice, integer, listOfForms, mergeMetadata, nested, requiredText, text } from '../fields.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Price } from '../objects/price.ts'
import type { Subscription } from '../objects/subscription.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { attach, resolvePaymentMethod } from './payment-methods.ts'

const UPDATE_FIELDS = [
  'cancel_at_period_end',
  'items',
  'metadata',
  'payment_behavior',
  'proration_behavior',
  'proration_date',
]

function readPrice(world: World, owner: Owner, form: Form): Price | null {
  const [item] = listOfForms(form, 'items')
  const id = item && text(item, 'price')
  return id ? world.store.get('price', owner, id, 'items[0][price]') : null
}

function create(world: World, owner: Owner, form: Form): Subscription {
  const customer = world.store.get('customer', owner, requiredText(form, 'customer'), 'customer')
  const price = readPrice(world, owner, form)
  if (!price) throw invalidRequest('Missing required param: items.', 'parameter_missing', 'items')
  const method = resolvePaymentMethod(world, owner, requiredText(form, 'default_payment_method'))
  attach(world, owner, method, customer.id)
  return createSubscription(world, owner, {
    customer: customer.id,
    price,
    paymentMethod: method.id,
    metadata: mergeMetadata({}, form.metadata),
    trialEnd: integer(form, 'trial_end'),
  })
}

/** Only what the product does: change the price, settled at once or refused; give notice; note something. */
function update(world: World, owner: Owner, subscription: Subscription, form: Form): Subscription {
  requireLiving(subscription)
  const price = readPrice(world, owner, form)
  const before = { items: structuredClone(subscription.items), metadata: subscription.metadata }
  if (price) {
    const item = listOfForms(form, 'items').map((one) => requiredText(one, 'id', 'items[0][id]'))[0]
    if (item !== itemOf(subscription).id) throw invalidRequest(`No such item: ${item}`, undefined, 'items')
    choice(form, 'proration_behavior', ['always_invoice'] as const, 'always_invoice')
    choice(form, 'payment_behavior', ['error_if_incomplete'] as const, 'error_if_incomplete')
    changePrice(world, owner, subscription, price, integer(form, 'proration_date') ?? undefined)
  }
  subscription.metadata = mergeMetadata(subscription.metadata, form.metadata)
  const notice = text(form, 'cancel_at_period_end')
  if (notice !== null) return giveNotice(world, owner, subscription, notice === 'true')
  world.emit('customer.subscription.updated', owner, subscription, before)
  return subscription
}

export function subscriptionResources(world: World): Resource[] {
  const find = (owner: Owner, id: string | null | undefined) =>
    world.store.get('subscription', owner, id ?? '')

  return [
    {
      method: 'POST',
      path: '/v1/subscriptions',
      fields: ['customer', 'default_payment_method', 'items', 'metadata', 'trial_end'],
      run: ({ owner, form }) => create(world, owner, form),
    },
    {
      method: 'GET',
      path: '/v1/subscriptions/:id',
      fields: [],
      run: ({ owner, params }) => find(owner, params.id),
    },
    {
      method: 'POST',
      path: '/v1/subscriptions/:id',
      fields: UPDATE_FIELDS,
      run: ({ owner, params, form }) => update(world, owner, find(owner, params.id), form),
    },
    {
      method: 'DELETE',
      path: '/v1/subscriptions/:id',
      fields: ['invoice_now', 'prorate'],
      run: ({ owner, params }) => endSubscription(world, owner, find(owner, params.id)),
    },
    {
      method: 'GET',
      path: '/v1/subscriptions',
      fields: [...LIST_FIELDS, 'customer', 'status'],
      run: ({ owner, form, path }) => {
        const status = text(form, 'status')
        // Stripe leaves ended ones out unless they are asked for.
        const wanted = filterBy(world.store.all('subscription', owner), form, ['customer']).filter(
          (one) => status === 'all' || (status === null ? one.status !== 'canceled' : one.status === status),
        )
        return listPage(path, wanted, form)
      },
    },
    {
      method: 'POST',
      path: '/v1/invoices/create_preview',
      fields: ['customer', 'subscription', 'subscription_details'],
      run: ({ owner, form }) => {
        const details = nested(form, 'subscription_details')
        const subscription = find(owner, requiredText(form, 'subscription'))
        const price = readPrice(world, owner, details) ?? itemOf(subscription).price
        return previewChange(
          world,
          owner,
          subscription,
          price,
          integer(details, 'proration_date') ?? undefined,
        )
      },
    },
  ]
}
