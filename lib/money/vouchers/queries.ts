import { documentLogo } from '@/lib/core/company-logo'
import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { VoucherPaper, voucherPdf } from '@/lib/money/vouchers/document'

/** How many stand on the page; what is older is used up long since. */
const SHOWN = 200

export type Voucher = Awaited<ReturnType<typeof listVouchers>>[number]

/** The company's vouchers, those that are worth something first, then the latest. */
export async function listVouchers(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('vouchers')
    .select(
      'id, code, kind, method, amount_rappen, balance_rappen, currency, note, expires_on, void_reason, created_at',
    )
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
      /** How it was paid; null for one that was given away. */
      method: row.method as 'cash' | 'bank_transfer' | null,
      voidReason: row.void_reason,
      state: stateOf(row, today),
    }))
    .sort((one, other) => Number(other.state === 'valid') - Number(one.state === 'valid'))
}

type Standing = { balance_rappen: number; expires_on: string | null; void_reason: string | null }

function stateOf(
  { balance_rappen, expires_on, void_reason }: Standing,
  today: string,
): 'valid' | 'used' | 'expired' | 'void' {
  if (void_reason !== null) return 'void'
  if (expires_on !== null && expires_on < today) return 'expired'
  return balance_rappen > 0 ? 'valid' : 'used'
}

/** A voucher on paper. @throws AppError `not_found` · `voucher_void` · `voucher_used_up` · `voucher_expired` */
export async function voucherFile(ctx: CompanyContext, voucherId: string) {
  const { data, error } = await ctx.db.rpc('voucher_paper', { p_voucher_id: voucherId })
  if (error) throw fromPostgres(error)
  const facts = VoucherPaper.parse(data)
  const logo = await documentLogo(serviceContext(ctx.companyId, 'voucher', ctx.requestId))
  return voucherPdf(facts, { issuedOn: localDateOf(new Date(facts.created_at), ctx.timeZone), logo })
}
