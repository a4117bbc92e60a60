import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { PageFilters } from '@/lib/core/cursor'
import { line } from '@/lib/core/line'
import { SeenAt } from '@/lib/core/seen'
import { DAMAGE_KINDS, DAMAGE_VIEWS } from '@/lib/handover/schema'

const Amount = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  rappen(0, 100_000_000).nullable(),
)

/** A price of the damage list as its form sends it; without an id it is new, without a view it holds for the whole vehicle. */
export const DamagePriceChange = z
  .object({
    id: z.uuid().optional(),
    seenAt: SeenAt,
    kind: z.enum(DAMAGE_KINDS),
    view: z.preprocess((value) => value || null, z.enum(DAMAGE_VIEWS).nullable()),
    minorRappen: Amount,
    mediumRappen: Amount,
    majorRappen: Amount,
  })
  .refine(
    ({ minorRappen, mediumRappen, majorRappen }) => (minorRappen ?? mediumRappen ?? majorRappen) !== null,
    {
      path: ['minorRappen'],
      message: 'required',
    },
  )
export type DamagePriceChange = z.output<typeof DamagePriceChange>

export const DamagePriceRef = z.object({ id: z.uuid() })

export const DAMAGE_CASE_STATUSES = [
  'estimated',
  'charged',
  'claimed',
  'in_repair',
  'repaired',
  'closed',
] as const

/** What narrows the list of cases; anything an address gets wrong is left out instead of refused. */
export const DamageCaseFilters = PageFilters.extend({
  status: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(DAMAGE_CASE_STATUSES)))
    .catch([]),
  vehicle: z.uuid().optional().catch(undefined),
})
export type DamageCaseFilters = z.output<typeof DamageCaseFilters>

const Text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .default('')
    .transform((text) => text || null)
const Estimate = rappen(0, 100_000_000)

/** Known marks of one vehicle that become a case. */
export const NewDamageCase = z.object({
  vehicleId: z.uuid(),
  damageIds: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).min(1, 'required').max(50)),
  estimateRappen: Amount,
  note: Text(2_000),
})
export type NewDamageCase = z.output<typeof NewDamageCase>

export const DamageEstimate = z.object({
  id: z.uuid(),
  estimateRappen: Estimate,
  excessRappen: Amount,
  /** Why the customer pays more than the excess they signed. */
  excessReason: Text(300),
  note: Text(2_000),
})
export type DamageEstimate = z.output<typeof DamageEstimate>

/** What the customer is to pay; the request's id makes sending it twice one charge. */
export const DamageCharge = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  amountRappen: rappen(1, 100_000_000),
})
export type DamageCharge = z.output<typeof DamageCharge>

export const DamageClaim = z.object({
  id: z.uuid(),
  insurer: line(120).min(1),
  claimNumber: line(60).min(1),
})
export type DamageClaim = z.output<typeof DamageClaim>

/** When a workshop has the vehicle, on the company's clock. */
export const DamageRepair = z.object({
  id: z.uuid(),
  startsAt: z.iso.datetime({ local: true }),
  endsAt: z.iso.datetime({ local: true }),
  workshop: Text(120),
  note: Text(2_000),
})
export type DamageRepair = z.output<typeof DamageRepair>

export const DamageClosing = z.object({ id: z.uuid(), note: Text(2_000) })
export type DamageClosing = z.output<typeof DamageClosing>
