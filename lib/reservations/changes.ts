import { z } from 'zod'
import { EQUIPMENT } from '@/lib/core/equipment'
import { PriceAnswer } from '@/lib/core/price'
import { WishedExtras } from '@/lib/reservations/schema'

const Instant = z.iso.datetime({ offset: true })

/** What shall be different; what is left out stays. */
export const WishedChange = z.object({
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  vehicleId: z.uuid().optional(),
  extras: WishedExtras.optional(),
  /** What the vehicle must have, all of it. */
  equipment: z.array(z.enum(EQUIPMENT)).max(20).optional(),
  pickupLocationId: z.uuid().optional(),
  returnLocationId: z.uuid().optional(),
  /** Another vehicle at the agreed price. */
  keepPrice: z.boolean().optional(),
  /** Gives back what is then paid too much, for those who may refund. */
  refund: z.boolean().optional(),
})
export type WishedChange = z.infer<typeof WishedChange>

/** A change of the reservation with this number; `version` is what the editor has seen of it. */
export const ChangeRequest = z.object({
  number: z.string().max(40),
  version: z.int().optional(),
  change: WishedChange,
})
export type ChangeRequest = z.infer<typeof ChangeRequest>

/** Two reservations that change vehicles. */
export const SwapRequest = z.object({
  numbers: z.tuple([z.string().max(40), z.string().max(40)]),
  versions: z.tuple([z.int(), z.int()]),
})
export type SwapRequest = z.infer<typeof SwapRequest>

/** How a change is carried out once it was looked at. */
export const Commit = z.object({ notify: z.boolean().default(true), idempotencyKey: z.uuid() })
export type Commit = z.infer<typeof Commit>

export const Terms = z
  .object({
    vehicle_id: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    pickup_location_id: z.string(),
    return_location_id: z.string(),
    extras: z.array(z.object({ extra_id: z.string(), quantity: z.number() })),
    equipment: z.array(z.enum(EQUIPMENT)),
    price: PriceAnswer,
  })
  .transform((row) => ({
    vehicleId: row.vehicle_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    pickupLocationId: row.pickup_location_id,
    returnLocationId: row.return_location_id,
    extras: row.extras.map(({ extra_id, quantity }) => ({ extraId: extra_id, quantity })),
    equipment: row.equipment,
    price: row.price,
  }))
/** What was agreed, before or after a change. */
export type Terms = z.infer<typeof Terms>

const Conflict = z
  .object({
    kind: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    number: z.string().nullable(),
    customer: z.string().nullable(),
  })
  .transform(({ starts_at, ends_at, ...row }) => ({ ...row, startsAt: starts_at, endsAt: ends_at }))

/** A booking of a category that changes its vehicle for it: plates. */
const Move = z.object({ number: z.string(), customer: z.string(), from: z.string(), to: z.string() })

/** What a change would mean, or has meant. */
export const ChangePlan = z
  .object({
    reservation_id: z.string(),
    contract_id: z.string().nullish(),
    number: z.string(),
    customer: z.string(),
    version: z.number(),
    change_id: z.string().optional(),
    before: Terms,
    after: Terms,
    before_rappen: z.number(),
    after_rappen: z.number(),
    difference_rappen: z.number(),
    paid_rappen: z.number(),
    due_rappen: z.number(),
    refund_rappen: z.number(),
    currency: z.string(),
    conflicts: z.array(Conflict),
    moves: z.array(Move),
    warnings: z.array(z.string()),
    messages: z.array(z.object({ channel: z.string(), recipient: z.string() })),
  })
  .transform((row) => ({
    /** Under which the vehicle is occupied: the reservation, and its contract where there is one. */
    sources: [row.reservation_id, ...(row.contract_id ? [row.contract_id] : [])],
    number: row.number,
    customer: row.customer,
    version: row.version,
    changeId: row.change_id ?? null,
    before: row.before,
    after: row.after,
    beforeRappen: row.before_rappen,
    afterRappen: row.after_rappen,
    differenceRappen: row.difference_rappen,
    paidRappen: row.paid_rappen,
    dueRappen: row.due_rappen,
    refundRappen: row.refund_rappen,
    currency: row.currency,
    conflicts: row.conflicts,
    moves: row.moves,
    warnings: row.warnings,
    messages: row.messages,
  }))
export type ChangePlan = z.infer<typeof ChangePlan>
