import { z } from 'zod'

/** Day and time on the company's clock, as a form's field gives it, `2026-11-21T14:30`: on a day that calendars have, of a year that clocks know. */
export const LocalTime = z.iso
  .datetime({ local: true, precision: -1, error: 'format_date' })
  .max(16, 'format_date')
  .refine((text) => text >= '1900', 'format_date')
