import { z } from 'zod'

/** From which day to which. */
export const StatementPeriod = z.object({ from: z.iso.date(), until: z.iso.date() })
export type StatementPeriod = z.output<typeof StatementPeriod>

export const StatementMail = StatementPeriod.extend({
  customerId: z.uuid(),
  idempotencyKey: z.uuid(),
})
export type StatementMail = z.output<typeof StatementMail>
