import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** The columns of a security deposit that `toDeposit` reads. */
export const DEPOSIT_COLUMNS =
  'id, method, status, amount_rappen, captured_rappen, failure, expires_at, customer_asked_at, created_at, deposit_holds(status, by_customer)' as const

/** The latest security deposit of a contract; null where none was asked for. */
export async function getDeposit(ctx: CompanyContext, contractId: string): Promise<DepositDetail | null> {
  const { data, error } = await selectDeposit(ctx, contractId)
  if (error) throw fromPostgres(error)
  return data ? toDeposit(data) : null
}

function selectDeposit(ctx: CompanyContext, contractId: string) {
  return ctx.db
    .from('deposits')
    .select(DEPOSIT_COLUMNS)
    .eq('company_id', ctx.companyId)
    .eq('contract_id', contractId)
    .order('created_at', { ascending: false })
    .limit(1)
    .maybeSingle()
}

type DepositRow = NonNullable<Awaited<ReturnType<typeof selectDeposit>>['data']>

/** A security deposit: how it is left and until when, and what went wrong with it last. */
export type DepositDetail = ReturnType<typeof toDeposit>

/** A security deposit as it is read. */
export function toDeposit(row: DepositRow) {
  return {
    id: row.id,
    method: row.method,
    status: row.status,
    amountRappen: row.amount_rappen,
    capturedRappen: row.captured_rappen,
    failure: row.failure,
    expiresAt: row.expires_at,
    customerAskedAt: row.customer_asked_at,
    isBeingHeld: row.deposit_holds.some((hold) => hold.status === 'requested' && !hold.by_customer),
  }
}
