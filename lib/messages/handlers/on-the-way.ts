import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { tellByMail, tellBySms } from '@/lib/messages/handlers/reservation'
import type { More } from '@/lib/messages/letters/reservation'
import { ArrivalFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({
  reservation_id: z.uuid(),
  handover: z.enum(['pickup', 'return']),
  arrives_at: z.iso.datetime({ offset: true }),
})

/** The facts while somebody waits for staff who have not arrived. */
async function arrivalOf(
  ctx: ServiceContext,
  job: OutboxJob,
): Promise<{ facts: ArrivalFacts; more: More } | null> {
  const { reservation_id, handover, arrives_at } = Payload.parse(job.payload)
  const { data, error } = await ctx.db.rpc('arrival_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: reservation_id,
    p_handover: handover,
    p_arrives_at: arrives_at,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return null
  const facts = ArrivalFacts.parse(data)
  return { facts, more: { arrivesAt: facts.arrivesAt, isReturn: handover === 'return' } }
}

/** `mail.on_the_way` */
export const mailOnTheWay: OutboxHandler = async (ctx, job) => {
  const arrival = await arrivalOf(ctx, job)
  if (arrival) await tellByMail(ctx, job, 'on_the_way', arrival.facts, arrival.more)
}

/** `sms.on_the_way` */
export const smsOnTheWay: OutboxHandler = async (ctx, job) => {
  const arrival = await arrivalOf(ctx, job)
  if (arrival) await tellBySms(ctx, job, 'on_the_way', arrival.facts, arrival.more)
}
