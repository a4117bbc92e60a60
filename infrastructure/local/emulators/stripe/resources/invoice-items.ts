import { currency, mergeMetadata, requiredInteger, requiredText, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { InvoiceItem } from '../objects/invoice-item.ts'
import type { Resource, World } from '../world.ts'

export function invoiceItemResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/invoiceitems',
      fields: ['amount', 'currency', 'customer', 'description', 'metadata'],
      run({ owner, form }) {
        const customer = world.store.get('customer', owner, requiredText(form, 'customer'), 'customer')
        const now = nowSeconds()
        return world.store.put<InvoiceItem>(owner, {
          id: newId('ii_1'),
          object: 'invoiceitem',
          date: now,
          livemode: false,
          amount: requiredInteger(form, 'amount'),
          currency: currency(form),
          customer: customer.id,
          description: text(form, 'description'),
          invoice: null,
          metadata: mergeMetadata({}, form.metadata),
          period: { start: now, end: now },
        })
      },
    },
    {
      method: 'GET',
      path: '/v1/invoiceitems',
      fields: [...LIST_FIELDS, 'customer'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('invoiceitem', owner), form, ['customer']), form),
    },
  ]
}
