import type { z } from 'zod'
import { AppError } from '@/lib/core/errors'
import { formatRappen } from '@/lib/core/money'

/** A problem with one field: a key under `errors.validation` and the values its sentence needs. */
export type FieldProblem = { field: string; key: string; values: Record<string, string | number> }

type Issue = z.core.$ZodIssue

const KEY_BY_TYPE: Partial<Record<string, string>> = { int: 'whole_number', number: 'number' }

function sentenceFor(issue: Issue): Pick<FieldProblem, 'key' | 'values'> {
  if (isMissing(issue)) return { key: 'required', values: {} }
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return { key: 'required', values: {} }
      return {
        key: `too_small_${issue.origin === 'string' ? 'text' : 'number'}`,
        values: { limit: Number(issue.minimum) },
      }
    case 'too_big':
      return {
        key: `too_big_${issue.origin === 'string' ? 'text' : 'number'}`,
        values: { limit: Number(issue.maximum) },
      }
    case 'invalid_format':
      return {
        key: ['email', 'url', 'uuid', 'date', 'datetime'].includes(issue.format)
          ? `format_${issue.format}`
          : 'format',
        values: {},
      }
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '')
        return { key: 'required', values: {} }
      return { key: KEY_BY_TYPE[issue.expected] ?? 'type', values: {} }
    default:
      return { key: 'invalid', values: {} }
  }
}

/** Nothing where a day, an address or a number of a certain form should be: it is not wrong yet, it is missing. */
function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_format' && issue.input === ''
}

/**
 * What is wrong, field by field, the first problem of each. A schema names its own sentence by giving a key as
 * message: `z.string().regex(SLUG, 'slug')` shows `errors.validation.slug`.
 */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  const byField = new Map<string, FieldProblem>()
  for (const issue of error.issues.toSorted(
    (a, b) => Number(isBeyondReason(a)) - Number(isBeyondReason(b)),
  )) {
    const field = issue.path.map(String).join('.')
    if (byField.has(field)) continue
    // That it is of another type is said in words by what was expected.
    const ownKey =
      /^[a-z][a-z_]*$/.test(issue.message) && issue.message !== 'type' && !isMissing(issue)
        ? { key: issue.message, values: amountLimit(issue) }
        : undefined
    byField.set(field, { field, ...(ownKey ?? sentenceFor(issue)) })
  }
  return [...byField.values()]
}

/** A number too large to be counted with: the field has a limit of its own, which says more. */
function isBeyondReason(issue: Issue): boolean {
  return (
    (issue.code === 'too_big' && Number(issue.maximum) >= Number.MAX_SAFE_INTEGER) ||
    (issue.code === 'too_small' && Number(issue.minimum) <= Number.MIN_SAFE_INTEGER)
  )
}

/**
 * The parsed value, or AppError `invalid_input` with the problems by field.
 * Lone surrogates and NUL are refused here, once, because Postgres cannot store them; and so is what nobody sees.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true })
  if (!result.success) throw invalidInput(fieldProblems(result.error))
  const unstorable = findUnstorable(result.data, '')
  if (unstorable !== undefined) throw invalidInput([{ field: unstorable, key: 'characters', values: {} }])
  return result.data
}

function invalidInput(problems: FieldProblem[]): AppError {
  return new AppError('invalid_input', { details: { problems } })
}

/** The limit of an amount as it is written, without the currency: the field shows which one it is. */
function amountLimit(issue: Issue): FieldProblem['values'] {
  if (issue.message === 'amount_least' && issue.code === 'too_small')
    return { limit: formatRappen(Number(issue.minimum)) }
  if (issue.message === 'amount_most' && issue.code === 'too_big')
    return { limit: formatRappen(Number(issue.maximum)) }
  return {}
}

/** Letters without width, and marks that turn the direction of what follows: a name made of them looks like another. */
const HIDDEN = /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

function findUnstorable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() || HIDDEN.test(value) ? path : undefined
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Blob)
    return undefined
  for (const [key, child] of Object.entries(value)) {
    const found = findUnstorable(child, path ? `${path}.${key}` : key)
    if (found !== undefined) return found
  }
  return undefined
}
