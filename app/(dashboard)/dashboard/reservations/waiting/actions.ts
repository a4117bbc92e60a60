'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { putOnWaitingList, removeFromWaitingList } from '@/lib/reservations/waiting/commands'
import { NewWaitingEntry } from '@/lib/reservations/waiting/schema'

export const putOnWaitingListAction = memberAction(
  {
    input: z.object({ entry: NewWaitingEntry, idempotencyKey: z.uuid() }),
    permission: 'reservations.create',
  },
  (ctx, { entry, idempotencyKey }) => putOnWaitingList(ctx, entry, idempotencyKey),
)

export const removeFromWaitingListAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'reservations.edit' },
  removeFromWaitingList,
)
