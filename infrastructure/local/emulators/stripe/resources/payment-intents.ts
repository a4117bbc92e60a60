import type { Form } from '../../server/form.ts'
import { invalidRequest } from '../errors.ts'
import { flag, integer, mergeMetadata, requiredText, text } from '../fields.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { Owner } from '../objects.ts'
import { cancelIntent, captureIntent } from '../payments/capture.ts'
import { confirmIntent, requireStatus } from '../payments/confirm.ts'
import { createIntent, readAmount, readIntentFields } from '../payments/create-intent.ts'
import type { Resource, World } from '../world.ts'
import { resolvePaymentMethod } from './payment-methods.ts'

const SHARED_FIELDS = [
  'amount',
  'application_fee_amount',
  'capture_method',
  'currency',
  'customer',
  'description',
  'metadata',
  'payment_method',
  'payment_method_types',
  'receipt_email',
  'setup_future_usage',
  'statement_descriptor_suffix',
  'transfer_data',
  'transfer_group',
]
const CREATE_FIELDS = [
  'automatic_payment_methods',
  'confirm',
  'off_session',
  'on_behalf_of',
  'return_url',
  ...SHARED_FIELDS,
]
const CONFIRM_FIELDS = ['payment_method', 'off_session', 'return_url', 'setup_future_usage']

function createFromForm(world: World, owner: Owner, form: Form): PaymentIntent {
  const fields = readIntentFields(form)
  if (fields.customer) world.store.get('customer', owner, fields.customer, 'customer')
  if (flag(form, 'off_session') && !flag(form, 'confirm')) {
    throw invalidRequest(
      'You can only set off_session when also setting confirm to true.',
      undefined,
      'off_session',
    )
  }
  const methodId = text(form, 'payment_method')
  const intent = createIntent(world, owner, {
    ...readAmount(form),
    ...fields,
    automatic_payment_methods: 'automatic_payment_methods' in form ? { enabled: true } : null,
    payment_method: methodId ? resolvePaymentMethod(world, owner, methodId).id : null,
  })
  return flag(form, 'confirm') ? confirm(world, owner, intent, form) : intent
}

function confirm(world: World, owner: Owner, intent: PaymentIntent, form: Form): PaymentIntent {
  // A form from `create` names the method too; by now the intent holds the one it stands for.
  const paymentMethod = intent.payment_method ?? text(form, 'payment_method')
  const offSession = text(form, 'off_session') !== null && text(form, 'off_session') !== 'false'
  return confirmIntent(world, owner, intent, {
    paymentMethod,
    offSession,
    returnUrl: text(form, 'return_url'),
  })
}

function update(world: World, owner: Owner, intent: PaymentIntent, form: Form): PaymentIntent {
  const onlyMetadata = Object.keys(form).every((name) =>
    ['metadata', 'description', 'receipt_email'].includes(name),
  )
  if (!onlyMetadata) requireStatus(intent, ['requires_payment_method', 'requires_confirmation'], 'updated')
  const { metadata: _, ...fields } = readIntentFields(form)
  const sent = Object.entries(fields).filter(([name]) => name in form)
  Object.assign(intent, Object.fromEntries(sent))
  intent.amount = integer(form, 'amount') ?? intent.amount
  intent.metadata = mergeMetadata(intent.metadata, form.metadata)
  const methodId = text(form, 'payment_method')
  if (methodId) {
    intent.payment_method = resolvePaymentMethod(world, owner, methodId).id
    intent.status = 'requires_confirmation'
  }
  return intent
}

export function paymentIntentResources(world: World): Resource[] {
  const find = (owner: Owner, params: Record<string, string>) =>
    world.store.get('payment_intent', owner, requiredText(params, 'id'), 'intent')

  return [
    {
      method: 'POST',
      path: '/v1/payment_intents',
      fields: CREATE_FIELDS,
      run: ({ owner, form }) => createFromForm(world, owner, form),
    },
    {
      method: 'GET',
      path: '/v1/payment_intents/:id',
      fields: ['client_secret'],
      run: ({ owner, params }) => find(owner, params),
    },
    {
      method: 'POST',
      path: '/v1/payment_intents/:id',
      fields: SHARED_FIELDS,
      run: ({ owner, params, form }) => update(world, owner, find(owner, params), form),
    },
    {
      method: 'POST',
      path: '/v1/payment_intents/:id/confirm',
      fields: CONFIRM_FIELDS,
      run: ({ owner, params, form }) => {
        const intent = find(owner, params)
        const methodId = text(form, 'payment_method')
        if (methodId) intent.payment_method = resolvePaymentMethod(world, owner, methodId).id
        return confirm(world, owner, intent, form)
      },
    },
    {
      method: 'POST',
      path: '/v1/payment_intents/:id/capture',
      fields: ['amount_to_capture', 'application_fee_amount', 'metadata', 'statement_descriptor_suffix'],
      run: ({ owner, params, form }) => captureIntent(world, owner, find(owner, params), form),
    },
    {
      method: 'POST',
      path: '/v1/payment_intents/:id/cancel',
      fields: ['cancellation_reason'],
      run: ({ owner, params, form }) => cancelIntent(world, owner, find(owner, params), form),
    },
    {
      method: 'GET',
      path: '/v1/payment_intents',
      fields: [...LIST_FIELDS, 'customer'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('payment_intent', owner), form, ['customer']), form),
    },
  ]
}
