import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { shiftDate } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import { AGES, type Age } from '@/lib/money/schema'

const Answer = z.record(
  z.enum(AGES),
  z
    .object({ count: z.number(), open_rappen: z.number() })
    .transform(({ count, open_rappen }) => ({ count, openRappen: open_rappen })),
)

/** What customers owe, by how late it is. */
export type Ageing = z.output<typeof Answer>

/** What customers still owe, and how old it has become. */
export async function getAgeing(ctx: CompanyContext): Promise<Ageing> {
  const { data, error } = await ctx.db.rpc('invoice_ageing')
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}

const DAYS_LATE: Record<Age, [from: number, to: number]> = {
  not_due: [Number.NEGATIVE_INFINITY, 0],
  to_30: [1, 30],
  to_60: [31, 60],
  to_90: [61, 90],
  older: [91, Number.POSITIVE_INFINITY],
}

/** The due dates of an age as a condition of the Data API. */
export function dueDatesOf(age: Age, today: string): string {
  const [from, to] = DAYS_LATE[age]
  const bounds = [
    ...(Number.isFinite(from) ? [`due_on.lte.${shiftDate(today, 0 - from)}`] : []),
    ...(Number.isFinite(to) ? [`due_on.gte.${shiftDate(today, 0 - to)}`] : []),
  ]
  return `and(${bounds.join(',')})`
}
