import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { AccountNumbers } from '@/lib/money/accounting/schema'

const Chart = z.array(z.object({ account: z.string(), number: z.string(), usual: z.string() }))
export type AccountChart = z.output<typeof Chart>

/** The numbers of the accounts and the codes of VAT rates, as exports carry them. */
export async function getAccountChart(ctx: CompanyContext): Promise<AccountChart> {
  const { data, error } = await ctx.db.rpc('account_chart')
  if (error) throw fromPostgres(error)
  return Chart.parse(data)
}

/** Puts the company's own numbers in the place of the usual ones. @throws AppError `forbidden` */
export async function setAccountNumbers(ctx: CompanyContext, numbers: AccountNumbers): Promise<void> {
  const { error } = await ctx.db.rpc('set_account_numbers', { p_numbers: numbers })
  if (error) throw fromPostgres(error)
}
