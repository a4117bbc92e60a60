'use server'

import { memberAction } from '@/lib/core/action'
import { closeCashDay, recordCashEntry } from '@/lib/money/cash/commands'
import { CashCount, NewCashEntry } from '@/lib/money/cash/schema'

export const recordCashEntryAction = memberAction(
  { input: NewCashEntry, permission: 'payments.take' },
  recordCashEntry,
)
export const closeCashDayAction = memberAction(
  { input: CashCount, permission: 'payments.take' },
  closeCashDay,
)
