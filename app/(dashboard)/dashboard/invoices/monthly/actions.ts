'use server'

import { memberAction } from '@/lib/core/action'
import { issueMonthlyInvoices } from '@/lib/money/monthly/commands'
import { MonthlyRun } from '@/lib/money/monthly/schema'

export const issueMonthlyInvoicesAction = memberAction(
  { input: MonthlyRun, permission: 'payments.take' },
  issueMonthlyInvoices,
)
