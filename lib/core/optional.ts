import { z } from 'zod'

/** A field that may be left empty: an empty text of a form is no value, and answered as null. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
}
