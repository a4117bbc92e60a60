import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { tellByMail, tellBySms } from '@/lib/messages/handlers/reservation'
import { LateVehicleFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ reservation_id: z.uuid() })

/** The facts while they are worth telling: of a vehicle that got ready meanwhile nobody is warned, of one that is gone nothing is said. */
async function factsOf(
  ctx: ServiceContext,
  job: OutboxJob,
  isReady: boolean,
): Promise<LateVehicleFacts | null> {
  const { data, error } = await ctx.db.rpc('reservation_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: Payload.parse(job.payload).reservation_id,
  })
  if (error) throw fromPostgres(error)
  const facts = data === null ? null : LateVehicleFacts.parse(data)
  return facts?.status === 'confirmed' && facts.isVehicleReady === isReady ? facts : null
}

/** `mail.vehicle_late` */
export const mailVehicleLate: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, false)
  if (facts) await tellByMail(ctx, job, 'vehicle_late', facts)
}

/** `sms.vehicle_late` */
export const smsVehicleLate: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, false)
  if (facts) await tellBySms(ctx, job, 'vehicle_late', facts)
}

/** `mail.vehicle_ready`: for whoever was warned. */
export const mailVehicleReady: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, true)
  if (facts) await tellByMail(ctx, job, 'vehicle_ready', facts)
}

/** `sms.vehicle_ready` */
export const smsVehicleReady: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, true)
  if (facts) await tellBySms(ctx, job, 'vehicle_ready', facts)
}
