import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Answer = z
  .object({
    accounts: z.array(
      z.object({
        account: z.string(),
        debit_rappen: z.number(),
        credit_rappen: z.number(),
        balance_rappen: z.number(),
      }),
    ),
    sum_rappen: z.number(),
  })
  .transform(({ accounts, sum_rappen }) => ({
    accounts: accounts.map((row) => ({
      account: row.account,
      debitRappen: row.debit_rappen,
      creditRappen: row.credit_rappen,
      balanceRappen: row.balance_rappen,
    })),
    sumRappen: sum_rappen,
  }))

/** The accounts of the books; a balance above zero stands on the left, below on the right. */
export type TrialBalance = z.output<typeof Answer>

/** What stands in each account now. @throws AppError `forbidden` */
export async function getTrialBalance(ctx: CompanyContext): Promise<TrialBalance> {
  const { data, error } = await ctx.db.rpc('trial_balance')
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
