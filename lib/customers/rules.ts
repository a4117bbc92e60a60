/** Languages we write to customers in, and the countries their addresses are usually in. */
export const LANGUAGES = ['de', 'fr', 'it', 'en'] as const
export const COUNTRIES = ['CH', 'LI', 'DE', 'AT', 'FR', 'IT', 'ES', 'NL', 'BE', 'GB', 'US'] as const

export const ID_DOCUMENTS = ['identity_card', 'passport', 'residence_permit', 'other'] as const
export const LICENCE_CATEGORIES = [
  ...['A', 'A1', 'B', 'BE', 'C', 'C1', 'CE', 'C1E', 'D', 'D1', 'DE', 'D1E', 'F', 'G', 'M'],
] as const
export const CONSENT_KINDS = [
  'terms',
  'privacy',
  'marketing',
  'credit_check',
  'location_tracking',
  'waiting_list',
] as const
export const CONSENT_SOURCES = ['desk', 'phone', 'email', 'paper', 'site'] as const
export const FIRM_PAYS = ['everything', 'rental', 'share'] as const
/** Kinds of fields a company can define. */
export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'yes_no'] as const
/** Days a deleted customer can be brought back. */
export const GRACE_DAYS = 30

/** Age in whole years on a day, both as `2026-11-21`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
