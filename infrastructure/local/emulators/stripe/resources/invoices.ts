import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Resource, World } from '../world.ts'

export function invoiceResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/invoices/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('invoice', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/invoices',
      fields: [...LIST_FIELDS, 'customer', 'status'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('invoice', owner), form, ['customer', 'status']), form),
    },
    {
      method: 'GET',
      path: '/v1/invoice_payments',
      fields: [...LIST_FIELDS, 'invoice', 'status'],
      run: ({ owner, form, path }) =>
        listPage(
          path,
          filterBy(world.store.all('invoice_payment', owner), form, ['invoice', 'status']),
          form,
        ),
    },
  ]
}
