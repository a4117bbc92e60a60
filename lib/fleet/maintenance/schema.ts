import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { PageFilters } from '@/lib/core/cursor'
import { line } from '@/lib/core/line'
import { LocalTime } from '@/lib/core/local-time'
import { SeenAt } from '@/lib/core/seen'
import { wholeNumber } from '@/lib/core/whole-number'

export const MAINTENANCE_KINDS = ['service', 'repair', 'tyres', 'inspection', 'damage', 'other'] as const
export type MaintenanceKind = (typeof MAINTENANCE_KINDS)[number]
export const MAINTENANCE_STATUSES = ['planned', 'in_progress', 'done', 'cancelled'] as const

function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
}

const MOST_KM = 3_000_000
const Workshop = optional(line(120))
const Note = optional(z.string().trim().max(2_000))

/** What narrows the list of maintenance; anything an address gets wrong is left out instead of refused. */
export const MaintenanceFilters = PageFilters.extend({
  status: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(MAINTENANCE_STATUSES)))
    .catch([]),
})
export type MaintenanceFilters = z.infer<typeof MaintenanceFilters>

/** Work to come: for a period, for an odometer reading, or for both. */
export const NewMaintenance = z.object({
  vehicleId: z.uuid(),
  kind: z.enum(MAINTENANCE_KINDS),
  startsAt: optional(LocalTime),
  endsAt: optional(LocalTime),
  dueKm: optional(wholeNumber(1, MOST_KM)),
  workshop: Workshop,
  note: Note,
})
export type NewMaintenance = z.infer<typeof NewMaintenance>

/** Another period for work that is planned, or another end for work under way. */
export const MaintenancePeriod = z.object({
  id: z.uuid(),
  seenAt: SeenAt,
  startsAt: optional(LocalTime),
  endsAt: LocalTime,
})
export type MaintenancePeriod = z.infer<typeof MaintenancePeriod>

/** A period that somebody thinks of: what would be in its way? With `id` for work that exists already. */
export const PeriodCheck = z.object({
  vehicleId: z.uuid(),
  id: z.uuid().optional(),
  startsAt: LocalTime,
  endsAt: LocalTime,
})
export type PeriodCheck = z.infer<typeof PeriodCheck>

export const MaintenanceStart = z.object({ id: z.uuid(), endsAt: optional(LocalTime) })
export type MaintenanceStart = z.infer<typeof MaintenanceStart>

/** What is known once the work is done. */
export const MaintenanceResult = z.object({
  id: z.uuid(),
  costRappen: optional(rappen(0, 100_000_000)),
  odometerKm: optional(wholeNumber(0, MOST_KM)),
  note: Note,
  nextDueOn: optional(z.iso.date()),
})
export type MaintenanceResult = z.infer<typeof MaintenanceResult>

/** Work that was done without a plan. */
export const MaintenanceRecord = MaintenanceResult.omit({ id: true }).extend({
  vehicleId: z.uuid(),
  kind: z.enum(MAINTENANCE_KINDS),
  doneOn: z.iso.date(),
  workshop: Workshop,
})
export type MaintenanceRecord = z.infer<typeof MaintenanceRecord>

/** What stands in the way of a period. */
const Conflict = z
  .object({
    kind: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    number: z.string().nullable(),
    customer: z.string().nullable(),
  })
  .transform(({ starts_at, ends_at, ...row }) => ({ ...row, startsAt: starts_at, endsAt: ends_at }))
export type Conflict = z.infer<typeof Conflict>

/** What a period meets: fixed promises in its way, or provisional bookings that change their vehicle for it. */
export const Way = z.object({
  conflicts: z.array(Conflict),
  moves: z.array(z.object({ number: z.string(), customer: z.string(), from: z.string(), to: z.string() })),
})
export type Way = z.infer<typeof Way>

/** The database's list of what falls due. */
export const DueItems = z.array(
  z
    .object({
      vehicle_id: z.string(),
      item: z.enum(['service', 'inspection', 'insurance', 'maintenance']),
      maintenance_id: z.string().nullable(),
      maintenance_kind: z.enum(MAINTENANCE_KINDS).nullable(),
      due_on: z.string().nullable(),
      due_km: z.number().nullable(),
      days_left: z.number().nullable(),
      km_left: z.number().nullable(),
      is_overdue: z.boolean(),
      planned_at: z.string().nullable(),
      plate: z.string(),
      make: z.string(),
      model: z.string(),
    })
    .transform((row) => ({
      vehicle: { id: row.vehicle_id, plate: row.plate, make: row.make, model: row.model },
      item: row.item,
      maintenanceId: row.maintenance_id,
      kind: row.maintenance_kind,
      dueOn: row.due_on,
      dueKm: row.due_km,
      daysLeft: row.days_left,
      kmLeft: row.km_left,
      isOverdue: row.is_overdue,
      plannedAt: row.planned_at,
    })),
)
export type DueItem = z.infer<typeof DueItems>[number]
