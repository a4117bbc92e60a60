'use server'

import { memberAction } from '@/lib/core/action'
import { assignEntry, assignEntryToPayout, creditEntry, ignoreEntry } from '@/lib/money/bank/commands'
import { EntryForCustomer, EntryForInvoice, EntryForPayout, IgnoredEntry } from '@/lib/money/bank/schema'

export const assignEntryAction = memberAction(
  { input: EntryForInvoice, permission: 'payments.take' },
  assignEntry,
)
export const assignEntryToPayoutAction = memberAction(
  { input: EntryForPayout, permission: 'payments.take' },
  assignEntryToPayout,
)
export const creditEntryAction = memberAction(
  { input: EntryForCustomer, permission: 'payments.take' },
  creditEntry,
)
export const ignoreEntryAction = memberAction(
  { input: IgnoredEntry, permission: 'payments.take' },
  ignoreEntry,
)
