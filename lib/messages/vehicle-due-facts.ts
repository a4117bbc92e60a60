import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'

/** What a reminder tells about something due on a vehicle, read from the service's answer. */
export const VehicleDueFacts = z
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
    company: z.string(),
    email: z.string().nullable(),
    language: z.enum(LANGUAGES),
    accent_color: z.string(),
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
    company: row.company,
    email: row.email,
    language: row.language,
    accentColor: row.accent_color,
  }))

export type VehicleDueFacts = z.infer<typeof VehicleDueFacts>
