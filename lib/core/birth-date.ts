import { z } from 'zod'

/** A day on which somebody now living may have been born; the database draws the same lines. */
export const BirthDate = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2100-01-01', 'format_date')
