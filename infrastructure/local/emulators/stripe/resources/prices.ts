import { invalidRequest } from '../errors.ts'
import {
  choice,
  currency,
  listOfTexts,
  mergeMetadata,
  nested,
  requiredInteger,
  requiredText,
  text,
} from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Price, Product } from '../objects/price.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'

/** The product's plans as they are kept at Stripe: found by the lookup key, known again by the metadata. */
const PLANS = [
  { plan: 'starter', name: 'Starter', amount: 4_900 },
  { plan: 'professional', name: 'Professional', amount: 12_900 },
  { plan: 'business', name: 'Business', amount: 29_900 },
]

/** Prices that exist from the start. */
export function seedPlans(world: World): void {
  for (const { plan, name, amount } of PLANS) {
    const product = createProduct(world, null, name, `prod_demo_${plan}`)
    createPrice(world, null, {
      id: `price_demo_${plan}`,
      product: product.id,
      currency: 'chf',
      unit_amount: amount,
      lookup_key: `crms_${plan}`,
      metadata: { plan },
    })
  }
}

function createProduct(world: World, owner: Owner, name: string, id = newId('prod_', 14)): Product {
  const now = nowSeconds()
  return world.store.put<Product>(owner, {
    id,
    object: 'product',
    created: now,
    livemode: false,
    active: true,
    description: null,
    images: [],
    marketing_features: [],
    metadata: {},
    name,
    type: 'service',
    updated: now,
  })
}

type NewPrice = Pick<Price, 'product' | 'currency' | 'unit_amount'> & Partial<Price>

function createPrice(world: World, owner: Owner, fields: NewPrice): Price {
  return world.store.put<Price>(owner, {
    id: newId('price_1'),
    object: 'price',
    created: nowSeconds(),
    livemode: false,
    active: true,
    billing_scheme: 'per_unit',
    lookup_key: null,
    metadata: {},
    nickname: null,
    recurring: {
      interval: 'month',
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'inclusive',
    type: 'recurring',
    ...fields,
  })
}

export function priceResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/products',
      fields: ['name'],
      run: ({ owner, form }) => createProduct(world, owner, requiredText(form, 'name')),
    },
    {
      method: 'GET',
      path: '/v1/products/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('product', owner, params.id ?? ''),
    },
    {
      method: 'POST',
      path: '/v1/prices',
      fields: ['currency', 'lookup_key', 'metadata', 'product', 'recurring', 'unit_amount'],
      run: ({ owner, form }) => {
        const amount = requiredInteger(form, 'unit_amount')
        choice(nested(form, 'recurring'), 'interval', ['month'] as const, 'month')
        if (amount < 0) throw invalidRequest('Invalid non-negative integer', undefined, 'unit_amount')
        return createPrice(world, owner, {
          product: world.store.get('product', owner, requiredText(form, 'product'), 'product').id,
          currency: currency(form),
          unit_amount: amount,
          lookup_key: text(form, 'lookup_key'),
          metadata: mergeMetadata({}, form.metadata),
        })
      },
    },
    {
      method: 'GET',
      path: '/v1/prices/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('price', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/prices',
      fields: [...LIST_FIELDS, 'active', 'lookup_keys', 'product'],
      run: ({ owner, form, path }) => {
        const keys = listOfTexts(form, 'lookup_keys')
        const active = text(form, 'active')
        const prices = filterBy(world.store.all('price', owner), form, ['product'])
          .filter((price) => keys.length === 0 || keys.includes(price.lookup_key ?? ''))
          .filter((price) => active === null || String(price.active) === active)
        return listPage(path, prices, form)
      },
    },
  ]
}
