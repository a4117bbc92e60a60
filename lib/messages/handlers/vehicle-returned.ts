import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { tellByMail } from '@/lib/messages/handlers/reservation'
import { ReservationFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ reservation_id: z.uuid() })

/** `mail.vehicle_returned` */
export const mailVehicleReturned: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('reservation_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: Payload.parse(job.payload).reservation_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  await tellByMail(ctx, job, 'vehicle_returned', ReservationFacts.parse(data))
}
