import { invalidRequest } from './errors.ts'
import type { ObjectKind, Owner } from './objects.ts'
import { shownLineItem } from './resources/line-items.ts'
import type { Store } from './store.ts'

/** Which kind an id belongs to, by its prefix. */
const KIND_BY_PREFIX: [string, ObjectKind][] = [
  ['acct_', 'account'],
  ['ch_', 'charge'],
  ['cs_', 'checkout.session'],
  ['cus_', 'customer'],
  ['fee_', 'application_fee'],
  ['in_', 'invoice'],
  ['pi_', 'payment_intent'],
  ['pm_', 'payment_method'],
  ['price_', 'price'],
  ['prod_', 'product'],
  ['re_', 'refund'],
  ['seti_', 'setup_intent'],
  ['sub_', 'subscription'],
  ['txn_', 'balance_transaction'],
]

/** Replaces the ids at the given paths (`payment_intent.latest_charge`) by the objects they name, in a copy. */
export function expand(store: Store, owner: Owner, answer: unknown, paths: string[]): unknown {
  if (paths.length === 0) return answer
  const copy: unknown = structuredClone(answer)
  for (const path of paths) expandPath(store, owner, copy, path.split('.'), path)
  return copy
}

function expandPath(store: Store, owner: Owner, target: unknown, steps: string[], path: string): void {
  const [step, ...rest] = steps
  if (step === undefined || target === null || typeof target !== 'object') return
  if (Array.isArray(target)) {
    for (const item of target) expandPath(store, owner, item, steps, path)
    return
  }
  const record = target as Record<string, unknown>
  if (!(step in record)) record[step] = includable(store, owner, record, step, path)
  const value = record[step]
  if (typeof value === 'string') record[step] = lookUp(store, owner, value) ?? value
  expandPath(store, owner, record[step], rest, path)
}

function lookUp(store: Store, owner: Owner, id: string): unknown {
  const kind = KIND_BY_PREFIX.find(([prefix]) => id.startsWith(prefix))?.[1]
  const found = kind && store.find(kind, owner, id)
  return found && structuredClone(found)
}

/** Some lists are left out of an object unless they are asked for. */
function includable(
  store: Store,
  owner: Owner,
  record: Record<string, unknown>,
  step: string,
  path: string,
): unknown {
  if (record.object === 'checkout.session' && step === 'line_items') {
    const data = store.all('item', owner).filter((item) => item.session === record.id)
    return {
      object: 'list',
      url: `/v1/checkout/sessions/${record.id}/line_items`,
      has_more: false,
      data: data.reverse().map(shownLineItem),
    }
  }
  if (record.object === 'charge' && step === 'refunds') {
    const data = store.all('refund', owner).filter((refund) => refund.charge === record.id)
    return {
      object: 'list',
      url: `/v1/charges/${record.id}/refunds`,
      has_more: false,
      data: structuredClone(data),
    }
  }
  throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, 'expand')
}
