import { z } from 'zod'

/** A month by its first day. */
export const Month = z.iso.date().refine((day) => day.endsWith('-01'))

/** Whose monthly invoices to issue; without a customer everybody's. */
export const MonthlyRun = z.object({ month: Month, customerId: z.uuid().optional() })
export type MonthlyRun = z.output<typeof MonthlyRun>
