import type { Form } from '../../server/form.ts'
import { choice, mergeMetadata, nested, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { LIST_FIELDS, listPage } from '../lists.ts'
import type { Account } from '../objects/account.ts'
import type { Resource, World } from '../world.ts'

const FIELDS = [
  'business_profile',
  'business_type',
  'capabilities',
  'company',
  'controller',
  'country',
  'default_currency',
  'email',
  'external_account',
  'individual',
  'metadata',
  'settings',
  'tos_acceptance',
  'type',
]

const DUE = ['business_profile.url', 'external_account', 'representative.first_name', 'tos_acceptance.date']

function createAccount(world: World, form: Form, id = newId('acct_1', 15)): Account {
  const profile = nested(form, 'business_profile')
  const capabilities = Object.keys(nested(form, 'capabilities'))
  return world.store.put<Account>(null, {
    id,
    object: 'account',
    created: nowSeconds(),
    business_profile: {
      name: text(profile, 'name'),
      url: text(profile, 'url'),
      mcc: text(profile, 'mcc'),
      support_email: text(profile, 'support_email'),
    },
    business_type: text(form, 'business_type'),
    capabilities: Object.fromEntries(capabilities.map((name) => [name, 'inactive' as const])),
    charges_enabled: false,
    controller: { ...nested(form, 'controller') },
    country: text(form, 'country') ?? 'CH',
    default_currency: text(form, 'default_currency') ?? 'chf',
    details_submitted: false,
    email: text(form, 'email'),
    metadata: mergeMetadata({}, form.metadata),
    payouts_enabled: false,
    requirements: {
      currently_due: [...DUE],
      eventually_due: [...DUE],
      past_due: [],
      disabled_reason: 'requirements.past_due',
    },
    settings: { payments: { statement_descriptor: null } },
    type: choice(form, 'type', ['standard', 'express', 'custom', 'none'] as const, 'none'),
  })
}

/** Ends the onboarding: from now on the account takes payments and is paid out. */
export function finishOnboarding(world: World, account: Account): void {
  makeReady(account)
  // Told as an event of the account itself, as Stripe does for connected accounts.
  world.emit('account.updated', account.id, account, { charges_enabled: false })
}

/** Makes a connected account that is ready to take payments, for demo data with fixed ids. */
export function seedAccount(world: World, id: string, name: string): void {
  if (world.store.find('account', null, id)) return
  makeReady(createAccount(world, { type: 'standard', business_profile: { name } }, id))
}

function makeReady(account: Account): void {
  account.details_submitted = true
  account.charges_enabled = true
  account.payouts_enabled = true
  account.requirements = { currently_due: [], eventually_due: [], past_due: [], disabled_reason: null }
  const capabilities = new Set([...Object.keys(account.capabilities), 'card_payments', 'transfers'])
  account.capabilities = Object.fromEntries([...capabilities].map((name) => [name, 'active' as const]))
}

export function accountResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/accounts',
      fields: FIELDS,
      run: ({ form }) => createAccount(world, form),
    },
    {
      method: 'GET',
      path: '/v1/accounts/:id',
      fields: [],
      run: ({ params }) => world.store.get('account', null, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/account',
      fields: [],
      run: ({ owner }) =>
        owner
          ? world.store.get('account', null, owner)
          : { id: 'acct_platform', object: 'account', charges_enabled: true },
    },
    {
      method: 'POST',
      path: '/v1/accounts/:id',
      fields: FIELDS,
      run: ({ params, form }) => {
        const account = world.store.get('account', null, params.id ?? '')
        const profile = nested(form, 'business_profile')
        account.business_profile.name = text(profile, 'name') ?? account.business_profile.name
        account.business_profile.url = text(profile, 'url') ?? account.business_profile.url
        account.email = text(form, 'email') ?? account.email
        account.metadata = mergeMetadata(account.metadata, form.metadata)
        world.emit('account.updated', account.id, account)
        return account
      },
    },
    {
      method: 'DELETE',
      path: '/v1/accounts/:id',
      fields: [],
      run: ({ params }) => {
        const account = world.store.get('account', null, params.id ?? '')
        world.store.remove('account', account.id)
        return { id: account.id, object: 'account', deleted: true }
      },
    },
    {
      method: 'GET',
      path: '/v1/accounts',
      fields: LIST_FIELDS,
      run: ({ form, path }) => listPage(path, world.store.all('account', null), form),
    },
  ]
}
