import { formatDay } from '@/lib/core/dates'
import type { AppError } from '@/lib/core/errors'
import type { Locale } from '@/lib/core/i18n/locales'
import { translatorFor } from '@/lib/core/i18n/messages'
import { formatRappen } from '@/lib/core/money'
import type { FieldProblem } from '@/lib/core/validation'

/** A refusal in the reader's language, with a sentence for each field that is wrong. */
export type DescribedError = { message: string; fields?: Record<string, string> }

/** Refusals that are about one field of every form that can meet them. */
const FIELD_BY_CODE: Record<string, string> = {
  slug_taken: 'slug',
  slug_invalid: 'slug',
  amount_exceeds_open: 'amountRappen',
  refund_exceeds_payment: 'amountRappen',
  capture_exceeds_deposit: 'amountRappen',
  credit_exceeds_invoice: 'amountRappen',
  cash_needs_five_rappen: 'amountRappen',
  cash_exceeds_till: 'amountRappen',
  credit_exceeded: 'amountRappen',
  invoice_unknown: 'invoiceNumber',
  invoice_settled: 'invoiceNumber',
  currency_fixed: 'currency',
  due_in_past: 'dueOn',
  expires_in_past: 'expiresOn',
  voucher_unknown: 'code',
  voucher_void: 'code',
  voucher_used_up: 'code',
  voucher_expired: 'code',
  done_in_future: 'doneOn',
  invalid_period: 'endsAt',
  period_in_past: 'startsAt',
  end_in_past: 'endsAt',
  season_overlap: 'startsOn',
  promo_code_taken: 'code',
  odometer_backwards: 'odometerKm',
}

/**
 * What an error says to people. A code without a sentence of its own gets the general one of its status, and so does one whose sentence needs
 * what is no longer known: an address that names a refusal carries its code alone.
 */
export async function describeError(error: AppError, locale: Locale): Promise<DescribedError> {
  const t = await translatorFor(locale, 'errors', '')
  const values = { reason: '', ...plainValues(error.details, locale), ...waitOf(error.details) }
  const own = t.has(error.code) && t(error.code, values)
  const message = own || t(error.isFault ? 'internal' : 'refused')
  const field = FIELD_BY_CODE[error.code]
  if (field) return { message, fields: { [field]: message } }
  if (error.code !== 'invalid_input' || !Array.isArray(error.details.problems)) return { message }
  const problems = error.details.problems as FieldProblem[]
  const fields = problems.map(({ field, key, values }) => {
    const name = t.has(`validation.${key}`) ? key : 'invalid'
    return [field, t(`validation.${name}`, values)] as const
  })
  return { message, fields: Object.fromEntries(fields) }
}

/** How long to wait, in the unit people would say it in; rounded up, so that it is enough. */
function waitOf({ retryAfterSeconds: seconds }: Record<string, unknown>): Record<string, string | number> {
  if (typeof seconds !== 'number') return {}
  if (seconds < 60) return { waitUnit: 'seconds', wait: seconds }
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return { waitUnit: 'minutes', wait: minutes }
  return { waitUnit: 'hours', wait: Math.ceil(minutes / 60) }
}

/** What a sentence can name; days as they are read here. */
function plainValues(details: Record<string, unknown>, locale: Locale): Record<string, string | number> {
  const plain = Object.entries(details).flatMap(([name, value]) => {
    if (typeof value === 'string')
      return [[name, /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value, locale) : value]]
    if (typeof value !== 'number') return []
    // An amount stands in a sentence under its name without the unit, written as money is.
    return name.endsWith('_rappen') ? [[name.replace(/_rappen$/, ''), formatRappen(value)]] : [[name, value]]
  })
  return Object.fromEntries(plain)
}
