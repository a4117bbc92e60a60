import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { CashCount, NewCashEntry } from '@/lib/money/cash/schema'

/** Notes what leaves or enters a till. @throws AppError `cash_exceeds_till` · `cash_needs_five_rappen` */
export async function recordCashEntry(ctx: CompanyContext, entry: NewCashEntry): Promise<void> {
  const { error } = await ctx.db.rpc('record_cash_entry', {
    p_location_id: entry.locationId,
    p_kind: entry.move === 'expense' ? 'expense' : 'transfer',
    p_amount_rappen: entry.move === 'from_bank' ? entry.amountRappen : 0 - entry.amountRappen,
    p_reason: entry.reason,
    p_idempotency_key: entry.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
}

/** Closes a day at what was counted. @throws AppError `cash_day_closed` · `cash_day_to_come` · `cash_needs_five_rappen` */
export async function closeCashDay(ctx: CompanyContext, count: CashCount): Promise<void> {
  const { error } = await ctx.db.rpc('close_cash_day', {
    p_location_id: count.locationId,
    p_day: count.day,
    p_counted_rappen: count.countedRappen,
    ...(count.note && { p_note: count.note }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'cash.closed', locationId: count.locationId, day: count.day })
}
