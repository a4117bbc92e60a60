import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { MonthlyRun } from '@/lib/money/monthly/schema'

/** Issues the invoices of a month that is over; what was issued is not issued again. @throws AppError `month_not_over` */
export async function issueMonthlyInvoices(
  ctx: CompanyContext,
  { month, customerId }: MonthlyRun,
): Promise<{ issued: number }> {
  const { data, error } = await ctx.db.rpc('issue_monthly_invoices', {
    p_month: month,
    ...(customerId && { p_customer_id: customerId }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'invoices.monthly', month, issued: data })
  return { issued: data }
}
