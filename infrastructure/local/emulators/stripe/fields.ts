import { type Form, type FormValue, valuesOf } from '../server/form.ts'
import { invalidRequest } from './errors.ts'

/** Refuses what the emulator does not know, so that a field is never ignored in silence. */
export function refuseUnknown(form: Form, known: readonly string[]): void {
  for (const name of Object.keys(form)) {
    if (known.includes(name) || name === 'expand') continue
    throw invalidRequest(`Received unknown parameter: ${name}`, 'parameter_unknown', name)
  }
}

/** A text, or null when absent; an empty text unsets, as at Stripe. */
export function text(form: Form, name: string): string | null {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export function requiredText(form: Form, name: string, param = name): string {
  const value = text(form, name)
  if (value === null) throw invalidRequest(`Missing required param: ${param}.`, 'parameter_missing', param)
  return value
}

/** A text that must be one of a few. */
export function choice<T extends string>(form: Form, name: string, allowed: readonly T[], fallback: T): T {
  const value = text(form, name)
  if (value === null) return fallback
  const found = allowed.find((candidate) => candidate === value)
  if (found) return found
  throw invalidRequest(`Invalid ${name}: must be one of ${allowed.join(', ')}`, undefined, name)
}

export function integer(form: Form, name: string, param = name): number | null {
  const value = text(form, name)
  if (value === null) return null
  if (!/^-?\d{1,12}$/.test(value)) {
    throw invalidRequest(`Invalid integer: ${value}`, 'parameter_invalid_integer', param)
  }
  return Number(value)
}

export function requiredInteger(form: Form, name: string, param = name): number {
  requiredText(form, name, param)
  return integer(form, name, param) ?? 0
}

export function flag(form: Form, name: string): boolean {
  return text(form, name) === 'true'
}

/** A nested map; empty when absent. */
export function nested(form: Form, name: string): Form {
  const value = form[name]
  return typeof value === 'object' ? value : {}
}

export function listOfTexts(form: Form, name: string): string[] {
  return valuesOf(form[name]).filter((value): value is string => typeof value === 'string')
}

export function listOfForms(form: Form, name: string): Form[] {
  return valuesOf(form[name]).filter((value): value is Form => typeof value === 'object')
}

export type Metadata = Record<string, string>

/** Merges metadata as Stripe does: keys are kept, an empty value removes its key, an empty field removes all. */
export function mergeMetadata(existing: Metadata, value: FormValue | undefined): Metadata {
  if (value === undefined) return existing
  if (typeof value === 'string') return {}
  const merged = { ...existing }
  for (const [key, entry] of Object.entries(value)) {
    if (entry === '') delete merged[key]
    else merged[key] = String(entry)
  }
  return merged
}

/** A currency in lower case; the amount's smallest unit is a hundredth for all that we use. */
export function currency(form: Form, name = 'currency', param = name): string {
  const value = requiredText(form, name, param).toLowerCase()
  if (/^[a-z]{3}$/.test(value)) return value
  throw invalidRequest(`Invalid currency: ${value}.`, undefined, param)
}
