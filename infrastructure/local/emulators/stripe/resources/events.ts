import { listOfTexts } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Owner, StripeEvent, StripeObject } from '../objects.ts'
import type { Resource, World } from '../world.ts'

/** The API version that the SDK in package.json is made for. */
export const API_VERSION = '2026-10-28.endive'

/** Takes a picture of an object as it is at this moment. */
export function newEvent(
  type: string,
  owner: Owner,
  subject: StripeObject,
  request: StripeEvent['request'],
  previous?: Record<string, unknown>,
): StripeEvent {
  return {
    id: newId('evt_1'),
    object: 'event',
    ...(owner ? { account: owner } : {}),
    api_version: API_VERSION,
    created: nowSeconds(),
    data: { object: structuredClone(subject), ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request,
    type,
  }
}

export function eventResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/events/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('event', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/events',
      fields: [...LIST_FIELDS, 'type', 'types', 'delivery_success'],
      run: ({ owner, form, path }) => {
        const types = listOfTexts(form, 'types')
        const events = filterBy(world.store.all('event', owner), form, ['type'])
        return listPage(
          path,
          types.length > 0 ? events.filter((event) => types.includes(event.type)) : events,
          form,
        )
      },
    },
  ]
}
