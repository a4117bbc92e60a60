import type { Form } from '../../server/form.ts'
import { invalidRequest } from '../errors.ts'
import {
  currency,
  integer,
  listOfForms,
  listOfTexts,
  mergeMetadata,
  nested,
  requiredInteger,
  requiredText,
  text,
} from '../fields.ts'
import { newId } from '../ids.ts'
import type { LineItem } from '../objects/line-item.ts'
import type { Owner } from '../objects.ts'
import type { World } from '../world.ts'

/** A line item as the API shows it. */
export function shownLineItem({
  session: _session,
  details: _details,
  ...item
}: LineItem): Omit<LineItem, 'session' | 'details'> {
  return item
}

/** Reads `line_items[]`, each with its `price_data`. */
export function readLineItems(session: string, form: Form): LineItem[] {
  const items = listOfForms(form, 'line_items').map((item, index) =>
    readLineItem(session, item, `line_items[${index}]`),
  )
  if (items.length === 0)
    throw invalidRequest('You must pass at least one line item.', 'parameter_missing', 'line_items')
  if (new Set(items.map((item) => item.currency)).size > 1) {
    throw invalidRequest('All line items must have the same currency.', undefined, 'line_items')
  }
  return items
}

/** The one line of a subscription: a stored price, of which nothing is asked while a trial runs. */
export function readPlanLine(
  world: World,
  owner: Owner,
  session: string,
  form: Form,
  isTrial: boolean,
): LineItem {
  const param = 'line_items[0][price]'
  const [item = {}] = listOfForms(form, 'line_items')
  const price = world.store.get('price', owner, requiredText(item, 'price', param), param)
  const amount = isTrial ? 0 : price.unit_amount
  return {
    id: newId('li_1'),
    object: 'item',
    session,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: world.store.get('product', owner, price.product).name,
    price,
    quantity: 1,
    details: { description: null, images: [] },
  }
}

function readLineItem(session: string, item: Form, param: string): LineItem {
  if (text(item, 'price'))
    throw invalidRequest(
      'Stored prices are for subscriptions here; send price_data.',
      undefined,
      `${param}[price]`,
    )
  const price = nested(item, 'price_data')
  const product = nested(price, 'product_data')
  const unitAmount = requiredInteger(price, 'unit_amount', `${param}[price_data][unit_amount]`)
  const quantity = integer(item, 'quantity', `${param}[quantity]`) ?? 1
  if (unitAmount < 0 || quantity < 1)
    throw invalidRequest('Invalid positive integer', 'parameter_invalid_integer', param)
  const code = currency(price, 'currency', `${param}[price_data][currency]`)
  const amount = unitAmount * quantity
  return {
    id: newId('li_1'),
    object: 'item',
    session,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: code,
    description: requiredText(product, 'name', `${param}[price_data][product_data][name]`),
    price: {
      id: newId('price_1'),
      object: 'price',
      active: false,
      currency: code,
      product: newId('prod_', 14),
      type: 'one_time',
      unit_amount: unitAmount,
      metadata: mergeMetadata({}, product.metadata),
    },
    quantity,
    details: { description: text(product, 'description'), images: listOfTexts(product, 'images') },
  }
}
