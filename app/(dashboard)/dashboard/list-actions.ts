'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { deleteView, saveView, tagRecords } from '@/lib/lists/commands'
import { NewView, Tagging } from '@/lib/lists/schema'

// Everybody sees reservations who sees any list; what belongs to a list is asked by the database.
export const saveViewAction = memberAction({ input: NewView, permission: 'reservations.see' }, saveView)

export const deleteViewAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'reservations.see' },
  deleteView,
)

export const tagRecordsAction = memberAction({ input: Tagging, permission: 'reservations.see' }, tagRecords)
