'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { assignConversation, NewAnswer, readConversation, writeToCustomer } from '@/lib/messages/conversation'
import { DeadLetterChoice, settleDeadLetter, settleFailedMessage } from '@/lib/messages/dead-letters'

const Reference = z.object({ customerId: z.uuid() })

export const writeToCustomerAction = memberAction(
  { input: NewAnswer, permission: 'reservations.edit' },
  writeToCustomer,
)
export const readConversationAction = memberAction(
  { input: Reference.extend({ messages: z.array(z.uuid()).max(1_000) }), permission: 'reservations.edit' },
  readConversation,
)
export const assignConversationAction = memberAction(
  { input: Reference.extend({ userId: z.uuid().nullable() }), permission: 'reservations.edit' },
  assignConversation,
)
export const settleDeadLetterAction = memberAction(
  { input: DeadLetterChoice, permission: 'settings.edit' },
  settleDeadLetter,
)
export const settleFailedMessageAction = memberAction(
  { input: DeadLetterChoice, permission: 'reservations.edit' },
  settleFailedMessage,
)
