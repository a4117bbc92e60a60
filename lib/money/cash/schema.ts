import { z } from 'zod'
import { cashRappen } from '@/lib/core/amount'
import { line } from '@/lib/core/line'

/** Which till and which days. */
export const CashPeriod = z.object({ location: z.uuid(), from: z.iso.date(), until: z.iso.date() })
export type CashPeriod = z.output<typeof CashPeriod>

/** One day of a till. */
export const CashDay = z.object({ location: z.uuid(), day: z.iso.date() })
export type CashDay = z.output<typeof CashDay>

export const CASH_MOVES = ['expense', 'to_bank', 'from_bank'] as const

/** Cash that moves for another reason than a customer. */
export const NewCashEntry = z.object({
  locationId: z.uuid(),
  move: z.enum(CASH_MOVES),
  amountRappen: cashRappen(1, 100_000_000),
  reason: line(200).min(1),
  idempotencyKey: z.uuid(),
})
export type NewCashEntry = z.output<typeof NewCashEntry>

/** A day that is counted and closed. */
export const CashCount = z.object({
  locationId: z.uuid(),
  day: z.iso.date(),
  countedRappen: cashRappen(0, 10_000_000_000),
  note: z.string().trim().max(500).optional(),
})
export type CashCount = z.output<typeof CashCount>
