import { z } from 'zod'
import { BookingAnswer } from '@/lib/booking-site/booking'
import { EQUIPMENT } from '@/lib/core/equipment'
import { several } from '@/lib/core/list'
import { LocalTime } from '@/lib/core/local-time'
import { Phone } from '@/lib/customers/schema'

const Line = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, 'characters')
const Wished = z.preprocess((value) => value || undefined, z.uuid().optional())

/** What somebody who wants to wait fills in; without consent nobody is written to. */
export const WaitingWish = z.object({
  from: LocalTime,
  to: LocalTime,
  category: Wished,
  location: Wished,
  equipment: several(z.enum(EQUIPMENT)),
  firstName: Line,
  lastName: Line,
  email: z.email().max(254),
  phone: Phone,
  acceptsMessages: z.literal('on', 'required'),
  idempotencyKey: z.uuid(),
})
export type WaitingWish = z.output<typeof WaitingWish>

/** Reads the facts of an entry that the person on the list may see. */
export const WaitingAnswer = z
  .object({
    status: z.enum(['waiting', 'offered', 'booked', 'withdrawn', 'expired']),
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    offered_until: z.coerce.date().nullable(),
    token: z.string(),
    category_id: z.string().nullable(),
    category_names: z.record(z.string(), z.string()).nullable(),
    location_id: z.string().nullable(),
    location_name: z.string().nullable(),
    equipment: z.array(z.enum(EQUIPMENT)),
    customer: z.object({
      first_name: z.string().nullable(),
      last_name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    booking: BookingAnswer.nullable(),
  })
  .transform(({ customer, ...row }) => ({
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    offeredUntil: row.offered_until,
    token: row.token,
    categoryId: row.category_id,
    categoryNames: row.category_names,
    locationId: row.location_id,
    locationName: row.location_name,
    equipment: row.equipment,
    customer: {
      firstName: customer.first_name,
      lastName: customer.last_name,
      email: customer.email,
      phone: customer.phone,
    },
    booking: row.booking,
  }))

/** An entry of the waiting list as the person sees it by the private link. */
export type WaitingEntry = z.output<typeof WaitingAnswer>
