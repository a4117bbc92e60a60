import { z } from 'zod'
import { EQUIPMENT } from '@/lib/core/equipment'
import { ListQuery, several } from '@/lib/core/list'
import { NewDriver } from '@/lib/reservations/schema'

export const WAITING_STATUSES = ['waiting', 'offered', 'booked', 'withdrawn', 'expired'] as const

/** What narrows the waiting list; anything an address gets wrong is left out instead of refused. */
export const WaitingFilters = ListQuery.extend({
  status: several(z.enum(WAITING_STATUSES)).catch([]),
  category: several(z.uuid()).catch([]),
  location: several(z.uuid()).catch([]),
})
export type WaitingFilters = z.infer<typeof WaitingFilters>

const Instant = z.iso.datetime({ offset: true })

/** Somebody the desk puts on the list: known, or new with one way to reach them; they have agreed to be told. */
export const NewWaitingEntry = z
  .object({
    startsAt: Instant,
    endsAt: Instant,
    categoryId: z.uuid().optional(),
    locationId: z.uuid().optional(),
    equipment: z.array(z.enum(EQUIPMENT)).max(20).default([]),
    customerId: z.uuid().optional(),
    customer: NewDriver.optional(),
    note: z.string().trim().max(1_000).optional(),
    source: z.enum(['phone', 'walk_in']).default('phone'),
    hasAgreed: z.literal(true, 'required'),
  })
  .refine(({ customerId, customer }) => customerId ?? customer, { path: ['customerId'], message: 'required' })
export type NewWaitingEntry = z.infer<typeof NewWaitingEntry>
