'use server'

import { memberAction } from '@/lib/core/action'
import { sendStatement } from '@/lib/money/statement/commands'
import { StatementMail } from '@/lib/money/statement/schema'

export const sendStatementAction = memberAction(
  { input: StatementMail, permission: 'payments.take' },
  sendStatement,
)
