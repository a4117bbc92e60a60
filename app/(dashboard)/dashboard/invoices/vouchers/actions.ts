'use server'

import { memberAction } from '@/lib/core/action'
import { issueVoucher, redeemVoucher, voidVoucher } from '@/lib/money/vouchers/commands'
import { NewVoucher, VoucherForInvoice, VoucherToVoid } from '@/lib/money/vouchers/schema'

export const issueVoucherAction = memberAction(
  { input: NewVoucher, permission: 'payments.take' },
  issueVoucher,
)

export const redeemVoucherAction = memberAction(
  { input: VoucherForInvoice, permission: 'payments.take' },
  redeemVoucher,
)

export const voidVoucherAction = memberAction(
  { input: VoucherToVoid, permission: 'payments.refund' },
  voidVoucher,
)
