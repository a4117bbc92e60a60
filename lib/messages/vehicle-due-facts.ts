import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'

const DueItem = z
  .object({
    item: z.enum(['service', 'inspection', 'insurance', 'maintenance']),
    due_on: z.iso.date().nullable(),
    due_km: z.number().nullable(),
    odometer_km: z.number(),
    is_overdue: z.boolean(),
    vehicle_id: z.uuid(),
    vehicle: z.string(),
    plate: z.string(),
    insurer: z.string().nullable(),
    insurance_policy: z.string().nullable(),
  })
  .transform((row) => ({
    item: row.item,
    dueOn: row.due_on,
    dueKm: row.due_km,
    odometerKm: row.odometer_km,
    isOverdue: row.is_overdue,
    vehicleId: row.vehicle_id,
    vehicle: row.vehicle,
    plate: row.plate,
    policy: [row.insurer, row.insurance_policy].filter(Boolean).join(', '),
  }))

/** Something due on a vehicle. */
export type DueItem = z.infer<typeof DueItem>

/** What a reminder tells about what is due on vehicles, read from the service's answer. */
export const VehicleDueFacts = z
  .object({
    items: z.tuple([DueItem], DueItem),
    company: z.string(),
    email: z.string().nullable(),
    language: z.enum(LANGUAGES),
    accent_color: z.string(),
  })
  .transform(({ accent_color, ...facts }) => ({ ...facts, accentColor: accent_color }))

export type VehicleDueFacts = z.infer<typeof VehicleDueFacts>
