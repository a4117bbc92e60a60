'use server'

import { memberAction } from '@/lib/core/action'
import { assignEntry, creditEntry, ignoreEntry } from '@/lib/money/bank/commands'
import { EntryForCustomer, EntryForInvoice, IgnoredEntry } from '@/lib/money/bank/schema'

export const assignEntryAction = memberAction(
  { input: EntryForInvoice, permission: 'payments.take' },
  assignEntry,
)
export const creditEntryAction = memberAction(
  { input: EntryForCustomer, permission: 'payments.take' },
  creditEntry,
)
export const ignoreEntryAction = memberAction(
  { input: IgnoredEntry, permission: 'payments.take' },
  ignoreEntry,
)
