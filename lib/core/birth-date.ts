import { z } from 'zod'

/** A day on which somebody now living may have been born. */
export const BirthDate = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2100-01-01', 'format_date')
  // By the clock of UTC: a day's difference is no matter of age.
  .refine((day) => day <= new Date().toISOString().slice(0, 10), 'received_in_future')
