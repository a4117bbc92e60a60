import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { Step } from '@/lib/handover/schema'

/** A step as the RPCs take it into the handover's history. */
export type StepRecord = {
  id: string
  nth: number
  device_id: string
  device_at: string
  sent_at: string
  clock_offset_ms: number | null
  vehicle_id: string
  keeps_vehicle: boolean
}

export function toStepRecord(step: Step): StepRecord {
  return {
    id: step.id,
    nth: step.nth,
    device_id: step.deviceId,
    device_at: step.deviceAt,
    sent_at: step.sentAt,
    clock_offset_ms: step.clockOffsetMs,
    vehicle_id: step.vehicleId,
    keeps_vehicle: step.work.kind === 'begin' && step.work.keepsVehicle,
  }
}

/** Whether a step has been done already; a second sending of it changes nothing. */
export async function isStepTaken(ctx: CompanyContext, id: string): Promise<boolean> {
  const { data, error } = await ctx.db
    .from('handover_steps')
    .select('id')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data !== null
}
