import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'
import { line } from '@/lib/core/line'
import { optional } from '@/lib/core/optional'

/** A voucher to sell for money, or to give away. */
export const NewVoucher = z.object({
  method: z.enum(['cash', 'bank_transfer', 'given']),
  amountRappen: rappen(100, 1_000_000),
  expiresOn: optional(z.iso.date()),
  note: optional(line(120).min(1)),
  /** The language it is printed in. */
  locale: z.enum(SITE_LOCALES),
  /** In whose till cash lies. */
  locationId: z.uuid().optional(),
  idempotencyKey: z.uuid(),
})
export type NewVoucher = z.output<typeof NewVoucher>

/** A code as somebody types it from paper. */
export const VoucherCode = z.string().trim().min(1).max(40)

/** A voucher that pays for an invoice at the desk. */
export const VoucherForInvoice = z.object({
  invoiceId: z.uuid(),
  code: VoucherCode,
  idempotencyKey: z.uuid(),
})
export type VoucherForInvoice = z.output<typeof VoucherForInvoice>

/** A voucher that nobody shall pay with any more. */
export const VoucherToVoid = z.object({
  voucherId: z.uuid(),
  voidReason: line(500).min(1),
  /** What was left on it when somebody looked. */
  leftRappen: z.coerce.number().int(),
})
export type VoucherToVoid = z.output<typeof VoucherToVoid>
