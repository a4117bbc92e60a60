'use server'

import { memberAction } from '@/lib/core/action'
import { setAccountNumbers } from '@/lib/money/accounting/chart'
import { AccountNumbers } from '@/lib/money/accounting/schema'

export const setAccountNumbersAction = memberAction(
  { input: AccountNumbers, permission: 'settings.edit' },
  setAccountNumbers,
)
