'use server'

import { memberAction } from '@/lib/core/action'
import { settleFinding } from '@/lib/money/stripe/commands'
import { SettledFinding } from '@/lib/money/stripe/schema'

export const settleFindingAction = memberAction(
  { input: SettledFinding, permission: 'payments.refund' },
  settleFinding,
)
