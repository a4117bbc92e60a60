import { z } from 'zod'

/**
 * When a record was last changed as its form showed it, as the database writes it to the microsecond; a form sends it
 * along, so that nothing newer is overwritten.
 */
export const SeenAt = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?([+-]\d\d(:?\d\d)?|Z)$/, 'invalid')
  .optional()

/** What a form says that saw nothing yet: whatever stands there by now was written by somebody else. */
export const NOTHING_SEEN = '0001-01-01T00:00:00Z'
