import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext, SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { NewVoucher, VoucherForInvoice, VoucherToVoid } from '@/lib/money/vouchers/schema'

const Issued = z.object({ id: z.uuid(), code: z.string() })

/** Sells a voucher or gives one away; safe to repeat with the same key. @throws AppError `forbidden` · `cash_needs_five_rappen` · `expires_in_past` */
export async function issueVoucher(ctx: CompanyContext, voucher: NewVoucher): Promise<{ code: string }> {
  const { method } = voucher
  const { data, error } = await ctx.db.rpc('issue_voucher', {
    p_amount_rappen: voucher.amountRappen,
    p_locale: voucher.locale,
    p_idempotency_key: voucher.idempotencyKey,
    ...(method !== 'given' && { p_method: method }),
    ...(voucher.expiresOn && { p_expires_on: voucher.expiresOn }),
    ...(voucher.note && { p_note: voucher.note }),
    ...(voucher.locationId && { p_location_id: voucher.locationId }),
  })
  if (error) throw fromPostgres(error)
  const { id, code } = Issued.parse(data)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'voucher.issued', voucherId: id })
  return { code }
}

/**
 * Makes what is left of a voucher void, and undoes its sale for that part.
 * @throws AppError `forbidden` · `voucher_used_up` · `voucher_expired` · `voucher_changed`
 */
export async function voidVoucher(ctx: CompanyContext, voucher: VoucherToVoid): Promise<void> {
  const { error } = await ctx.db.rpc('void_voucher', {
    p_voucher_id: voucher.voucherId,
    p_reason: voucher.voidReason,
    p_left_rappen: voucher.leftRappen,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'voucher.voided', voucherId: voucher.voucherId })
}

/** Pays an invoice from a voucher, as far as both go. @throws AppError `voucher_unknown` · `voucher_void` · `voucher_used_up` · `voucher_expired` · `nothing_to_pay` */
export async function redeemVoucher(ctx: CompanyContext, given: VoucherForInvoice): Promise<void> {
  const { error } = await ctx.db.rpc('redeem_voucher', {
    p_invoice_id: given.invoiceId,
    p_code: given.code,
    p_idempotency_key: given.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'voucher.redeemed', invoiceId: given.invoiceId })
}

/** The same by an invoice's private link. @throws AppError as redeemVoucher, `link_expired` */
export async function redeemVoucherByLink(ctx: SiteContext, token: string, code: string): Promise<void> {
  const { error } = await ctx.db.rpc('redeem_voucher_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_code: code,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
}
