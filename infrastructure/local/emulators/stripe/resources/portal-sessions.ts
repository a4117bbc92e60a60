import { requiredText, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import type { PortalSession } from '../objects/portal-session.ts'
import type { Resource, World } from '../world.ts'

export function portalSessionResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/billing_portal/sessions',
      fields: ['customer', 'locale', 'return_url'],
      run: ({ owner, form }) => {
        const id = newId('bps_1')
        return world.store.put<PortalSession>(owner, {
          id,
          object: 'billing_portal.session',
          created: nowSeconds(),
          livemode: false,
          configuration: 'bpc_1',
          customer: world.store.get('customer', owner, requiredText(form, 'customer'), 'customer').id,
          flow: null,
          locale: text(form, 'locale'),
          on_behalf_of: null,
          return_url: text(form, 'return_url'),
          url: `${world.publicUrl}/p/session/${id}`,
        })
      },
    },
  ]
}
