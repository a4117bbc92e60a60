import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { deliverSms } from '@/lib/messages/deliver'
import { bookingUrl, mailToCustomer } from '@/lib/messages/handlers/reservation'
import { vehicleLateLetter, vehicleLateSms } from '@/lib/messages/letters/vehicle-late'
import { LateVehicleFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ reservation_id: z.uuid() })

/** The facts while they are worth a warning: a vehicle that got ready meanwhile, or is gone already, needs none. */
async function factsOf(ctx: ServiceContext, job: OutboxJob): Promise<LateVehicleFacts | null> {
  const { data, error } = await ctx.db.rpc('reservation_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: Payload.parse(job.payload).reservation_id,
  })
  if (error) throw fromPostgres(error)
  const facts = data === null ? null : LateVehicleFacts.parse(data)
  return facts?.status === 'confirmed' && !facts.isVehicleReady ? facts : null
}

/** `mail.vehicle_late` */
export const mailVehicleLate: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (facts) await mailToCustomer(ctx, job, facts, vehicleLateLetter(facts, bookingUrl(facts)))
}

/** `sms.vehicle_late` */
export const smsVehicleLate: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (!facts?.customer.phone) return
  await deliverSms(ctx, job, {
    to: facts.customer.phone,
    text: vehicleLateSms(facts),
    customerId: facts.customer.id,
    reservationId: facts.id,
  })
}
