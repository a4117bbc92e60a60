'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { answerCustomer, NewMessage, readConversation } from '@/lib/messages/conversation'

const Reference = z.object({ reservationId: z.uuid() })

export const answerCustomerAction = memberAction(
  { input: NewMessage.extend(Reference.shape), permission: 'reservations.edit' },
  answerCustomer,
)
export const readConversationAction = memberAction(
  { input: Reference, permission: 'reservations.edit' },
  readConversation,
)
