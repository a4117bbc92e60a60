import type { ContractCancellation, ContractInvoice, DepositEnd } from '@/lib/contracts/schema'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/**
 * Issues the invoice of a returned contract and queues its PDF and mail. Repeating answers the same invoice.
 * @throws AppError `not_found` · `contract_not_returned`
 */
export async function issueInvoice(
  ctx: CompanyContext,
  { id, chargeCard }: ContractInvoice,
): Promise<{ invoiceId: string }> {
  const { data, error } = await ctx.db.rpc('issue_invoice', {
    p_contract_id: id,
    ...(chargeCard !== undefined && { p_charge_card: chargeCard }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts', 'money')
  ctx.log.info({ event: 'invoice.issued', contractId: id, invoiceId: data })
  return { invoiceId: data }
}

/**
 * Ends a held security deposit: keeps a part towards the invoice, gives back the rest. Safe to repeat.
 * @throws AppError `deposit_not_held` · `invoice_missing` · `capture_exceeds_deposit` · `amount_exceeds_open`
 */
export async function resolveDeposit(ctx: CompanyContext, end: DepositEnd): Promise<void> {
  const { error } = await ctx.db.rpc('resolve_deposit', {
    p_deposit_id: end.depositId,
    p_capture_rappen: end.amountRappen,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts', 'money')
  ctx.log.info({ event: 'deposit.resolved', depositId: end.depositId })
}

/**
 * Tries once more to hold a deposit on the card on file; how that ends comes later.
 * @throws AppError `not_found` · `deposit_needs_nothing` · `card_missing`
 */
export async function retryDepositHold(
  ctx: CompanyContext,
  { depositId }: { depositId: string },
): Promise<void> {
  const { error } = await ctx.db.rpc('retry_deposit_hold', { p_deposit_id: depositId })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts')
  ctx.log.info({ event: 'deposit.retried', depositId })
}

/**
 * Takes a deposit in cash in place of a card that was refused or has lapsed; what stands on the card is let go. Safe to repeat.
 * @throws AppError `not_found` · `deposit_needs_nothing` · `cash_needs_five_rappen`
 */
export async function takeDepositInCash(
  ctx: CompanyContext,
  { depositId }: { depositId: string },
): Promise<void> {
  const { error } = await ctx.db.rpc('take_deposit_in_cash', { p_deposit_id: depositId })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts')
  ctx.log.info({ event: 'deposit.taken_in_cash', depositId })
}

/**
 * Closes a contract that is returned, invoiced and without an open deposit.
 * @throws AppError `invoice_missing` · `deposit_unresolved` · `invalid_transition`
 */
export async function closeContract(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('close_contract', { p_contract_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts')
  ctx.log.info({ event: 'contract.closed', contractId: id })
}

/**
 * Cancels a contract whose vehicle has not left; its reservation is confirmed again. Safe to repeat.
 * @throws AppError `not_found` · `invalid_transition`
 */
export async function cancelContract(ctx: CompanyContext, input: ContractCancellation): Promise<void> {
  const { error } = await ctx.db.rpc('cancel_contract', { p_contract_id: input.id, p_reason: input.reason })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts', 'reservations')
  ctx.log.info({ event: 'contract.cancelled', contractId: input.id })
}
