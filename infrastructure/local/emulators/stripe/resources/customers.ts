import { mergeMetadata, nested, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Customer } from '../objects/customer.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { readAddress } from './billing-details.ts'

const FIELDS = [
  'address',
  'description',
  'email',
  'invoice_settings',
  'metadata',
  'name',
  'phone',
  'preferred_locales',
]

export type CustomerDetails = Partial<Pick<Customer, 'email' | 'name' | 'phone' | 'address' | 'metadata'>>

export function createCustomer(world: World, owner: Owner, details: CustomerDetails): Customer {
  const customer = world.store.put<Customer>(owner, {
    id: newId('cus_', 14),
    object: 'customer',
    created: nowSeconds(),
    livemode: false,
    email: null,
    name: null,
    phone: null,
    description: null,
    address: null,
    preferred_locales: [],
    balance: 0,
    currency: null,
    delinquent: false,
    default_source: null,
    invoice_settings: { default_payment_method: null, custom_fields: null, footer: null },
    metadata: {},
    tax_exempt: 'none',
    ...details,
  })
  world.emit('customer.created', owner, customer)
  return customer
}

export function customerResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/customers',
      fields: FIELDS,
      run: ({ owner, form }) => {
        const customer = createCustomer(world, owner, {
          email: text(form, 'email'),
          name: text(form, 'name'),
          phone: text(form, 'phone'),
          address: readAddress(nested(form, 'address')),
          metadata: mergeMetadata({}, form.metadata),
        })
        customer.description = text(form, 'description')
        return customer
      },
    },
    {
      method: 'POST',
      path: '/v1/customers/:id',
      fields: FIELDS,
      run: ({ owner, params, form }) => {
        const customer = world.store.get('customer', owner, params.id ?? '')
        for (const field of ['email', 'name', 'phone', 'description'] as const) {
          if (field in form) customer[field] = text(form, field)
        }
        if ('address' in form) customer.address = readAddress(nested(form, 'address'))
        if ('invoice_settings' in form) {
          customer.invoice_settings.default_payment_method = text(
            nested(form, 'invoice_settings'),
            'default_payment_method',
          )
        }
        customer.metadata = mergeMetadata(customer.metadata, form.metadata)
        world.emit('customer.updated', owner, customer)
        return customer
      },
    },
    {
      method: 'GET',
      path: '/v1/customers/:id',
      fields: [],
      run: ({ owner, params }) => {
        const customer = world.store.get('customer', owner, params.id ?? '')
        return customer.deleted ? { id: customer.id, object: customer.object, deleted: true } : customer
      },
    },
    {
      method: 'DELETE',
      path: '/v1/customers/:id',
      fields: [],
      run: ({ owner, params }) => {
        const customer = world.store.get('customer', owner, params.id ?? '')
        customer.deleted = true
        world.emit('customer.deleted', owner, customer)
        return { id: customer.id, object: customer.object, deleted: true }
      },
    },
    {
      method: 'GET',
      path: '/v1/customers',
      fields: [...LIST_FIELDS, 'email'],
      run: ({ owner, form, path }) => {
        const living = world.store.all('customer', owner).filter((customer) => !customer.deleted)
        return listPage(path, filterBy(living, form, ['email']), form)
      },
    },
  ]
}
