import { z } from 'zod'

/** Why a line of the settlement is what it is, as the return recorded it. */
const Trace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lateness'),
    due_at: z.iso.datetime({ offset: true }),
    returned_at: z.iso.datetime({ offset: true }),
    grace_minutes: z.number(),
  }),
  z.object({
    kind: z.literal('extra_km'),
    driven_km: z.number(),
    included_km: z.number(),
    // Of one vehicle alone; after an exchange there is no such pair.
    from_km: z.number().nullish(),
    to_km: z.number().nullish(),
  }),
  z.object({
    kind: z.literal('fuel'),
    from_percent: z.number(),
    to_percent: z.number(),
    tank_litres: z.number().nullish(),
    battery_kwh: z.number().nullish(),
  }),
  z.object({
    kind: z.literal('damage'),
    view: z.string(),
    severity: z.string(),
    note: z.string().nullish(),
    list_rappen: z.number().nullish(),
    charge_reason: z.string().nullish(),
  }),
])
export type Trace = z.output<typeof Trace>

/** The trace of a line; null for what was agreed at booking, which the price explains. */
export function traceOf(kind: string, trace: unknown): Trace | null {
  const read = Trace.safeParse({ ...(trace as object | null), kind })
  return read.success ? read.data : null
}
