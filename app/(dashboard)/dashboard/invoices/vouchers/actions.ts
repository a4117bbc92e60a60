'use server'

import { memberAction } from '@/lib/core/action'
import { issueVoucher, redeemVoucher } from '@/lib/money/vouchers/commands'
import { NewVoucher, VoucherForInvoice } from '@/lib/money/vouchers/schema'

export const issueVoucherAction = memberAction(
  { input: NewVoucher, permission: 'payments.take' },
  issueVoucher,
)

export const redeemVoucherAction = memberAction(
  { input: VoucherForInvoice, permission: 'payments.take' },
  redeemVoucher,
)
