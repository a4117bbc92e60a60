import { choice, requiredText } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import type { AccountLink } from '../objects/account-link.ts'
import type { Resource, World } from '../world.ts'

const LIFETIME_SECONDS = 300

export function accountLinkResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/account_links',
      fields: ['account', 'type', 'refresh_url', 'return_url', 'collect', 'collection_options'],
      run: ({ form }) => {
        choice(form, 'type', ['account_onboarding', 'account_update'] as const, 'account_onboarding')
        const link = world.store.put<AccountLink>(null, {
          id: newId('alink_'),
          object: 'account_link',
          account: world.store.get('account', null, requiredText(form, 'account'), 'account').id,
          created: nowSeconds(),
          expires_at: nowSeconds() + LIFETIME_SECONDS,
          refresh_url: requiredText(form, 'refresh_url'),
          return_url: requiredText(form, 'return_url'),
          used: false,
        })
        const { created, expires_at } = link
        return { object: 'account_link', created, expires_at, url: `${world.publicUrl}/setup/${link.id}` }
      },
    },
  ]
}
