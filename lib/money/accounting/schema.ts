import { z } from 'zod'

export const ACCOUNTING_FORMATS = ['bexio', 'datev'] as const

/** Which days of the books, for which kind of program. */
export const AccountingExport = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  format: z.enum(ACCOUNTING_FORMATS),
})
export type AccountingExport = z.output<typeof AccountingExport>

/** Numbers of the company's chart, by account. */
export const AccountNumbers = z.record(
  z.string().regex(/^[a-z_0-9]{1,40}$/),
  z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.-]{1,20}$/),
)
export type AccountNumbers = z.output<typeof AccountNumbers>
