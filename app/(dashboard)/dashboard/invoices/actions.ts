'use server'

import { memberAction } from '@/lib/core/action'
import { applyCredit, chargeCardOnFile, movePayment, recordPayment } from '@/lib/money/commands'
import { creditInvoice, previewRefund, refundPayment, remindInvoice } from '@/lib/money/refunds'
import {
  CreditForInvoice,
  InvoiceRef,
  NewCreditNote,
  NewPayment,
  NewRefund,
  PaymentMove,
  RefundQuestion,
} from '@/lib/money/schema'

export const recordPaymentAction = memberAction(
  { input: NewPayment, permission: 'payments.take' },
  recordPayment,
)

export const movePaymentAction = memberAction(
  { input: PaymentMove, permission: 'payments.take' },
  movePayment,
)

export const chargeCardAction = memberAction(
  { input: InvoiceRef, permission: 'payments.take' },
  chargeCardOnFile,
)

export const applyCreditAction = memberAction(
  { input: CreditForInvoice, permission: 'payments.take' },
  applyCredit,
)

export const previewRefundAction = memberAction(
  { input: RefundQuestion, permission: 'payments.refund' },
  previewRefund,
)

export const refundPaymentAction = memberAction(
  { input: NewRefund, permission: 'payments.refund' },
  refundPayment,
)

export const creditInvoiceAction = memberAction(
  { input: NewCreditNote, permission: 'payments.refund' },
  creditInvoice,
)

export const remindInvoiceAction = memberAction(
  { input: InvoiceRef, permission: 'payments.take' },
  remindInvoice,
)
