'use server'

import { NoInput } from '@/lib/companies/billing/schema'
import { connectAccount } from '@/lib/companies/payments/commands'
import { memberAction } from '@/lib/core/action'

export const connectAccountAction = memberAction(
  { input: NoInput, permission: 'billing.manage' },
  connectAccount,
)
