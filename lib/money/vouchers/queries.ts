import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'

/** How many stand on the page; what is older is used up long since. */
const SHOWN = 200

export type Voucher = Awaited<ReturnType<typeof listVouchers>>[number]

/** The company's vouchers, those that are worth something first, then the latest. */
export async function listVouchers(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('vouchers')
    .select('id, code, kind, amount_rappen, balance_rappen, currency, note, expires_on, created_at')
    .eq('company_id', ctx.companyId)
    .order('created_at', { ascending: false })
    .limit(SHOWN)
  if (error) throw fromPostgres(error)
  const today = localDateOf(ctx.now(), ctx.timeZone)
  return data
    .map((row) => ({
      id: row.id,
      code: row.code,
      kind: row.kind as 'sold' | 'given',
      amountRappen: row.amount_rappen,
      balanceRappen: row.balance_rappen,
      currency: row.currency,
      note: row.note,
      expiresOn: row.expires_on,
      issuedAt: row.created_at,
      state: stateOf(row, today),
    }))
    .sort((one, other) => Number(other.state === 'valid') - Number(one.state === 'valid'))
}

function stateOf(
  { balance_rappen, expires_on }: { balance_rappen: number; expires_on: string | null },
  today: string,
): 'valid' | 'used' | 'expired' {
  if (expires_on !== null && expires_on < today) return 'expired'
  return balance_rappen > 0 ? 'valid' : 'used'
}
