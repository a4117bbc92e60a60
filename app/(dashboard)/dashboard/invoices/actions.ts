'use server'

import { memberAction } from '@/lib/core/action'
import { recordPayment } from '@/lib/money/commands'
import { NewPayment } from '@/lib/money/schema'

export const recordPaymentAction = memberAction(
  { input: NewPayment, permission: 'payments.take' },
  recordPayment,
)
