import type { Form } from '../server/form.ts'
import { invalidRequest } from './errors.ts'
import { integer, nested, text } from './fields.ts'

/** The fields every list takes. */
export const LIST_FIELDS = ['limit', 'starting_after', 'ending_before', 'created'] as const

export interface StripeList<T> {
  object: 'list'
  url: string
  has_more: boolean
  data: T[]
}

/** Cuts one page out of items that come newest first. */
export function listPage<T extends { id: string; created?: number }>(
  url: string,
  items: T[],
  form: Form,
): StripeList<T> {
  const limit = integer(form, 'limit') ?? 10
  if (limit < 1 || limit > 100) {
    throw invalidRequest('Invalid limit: must be between 1 and 100', 'parameter_invalid_integer', 'limit')
  }
  const wanted = items.filter((item) => isWithin(item.created ?? 0, form))
  const after = text(form, 'starting_after')
  const before = text(form, 'ending_before')

  if (before) {
    const end = wanted.findIndex((item) => item.id === before)
    const start = Math.max(0, end - limit)
    return { object: 'list', url, has_more: start > 0, data: wanted.slice(start, Math.max(0, end)) }
  }
  const start = after ? wanted.findIndex((item) => item.id === after) + 1 : 0
  return {
    object: 'list',
    url,
    has_more: start + limit < wanted.length,
    data: wanted.slice(start, start + limit),
  }
}

/** Keeps the items whose field equals the query's, for each field the query names. */
export function filterBy<T, K extends keyof T & string>(items: T[], form: Form, names: readonly K[]): T[] {
  return names.reduce((left, name) => {
    const wanted = text(form, name)
    return wanted === null ? left : left.filter((item) => item[name] === wanted)
  }, items)
}

function isWithin(created: number, form: Form): boolean {
  const range = nested(form, 'created')
  const exact = integer(form, 'created')
  const [gt, gte, lt, lte] = ['gt', 'gte', 'lt', 'lte'].map((name) => integer(range, name))
  return (
    (exact === null || created === exact) &&
    (gt == null || created > gt) &&
    (gte == null || created >= gte) &&
    (lt == null || created < lt) &&
    (lte == null || created <= lte)
  )
}
