import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { tellByMail, tellBySms } from '@/lib/messages/handlers/reservation'
import { ReservationFacts } from '@/lib/messages/reservation-facts'
import { upsellOffersOf } from '@/lib/messages/upsell-offers'

const Payload = z.object({ reservation_id: z.uuid() })
type Kind = 'checkin_invitation' | 'day_before' | 'return_reminder' | 'review_request'

/** The facts while the message is timely: who has checked in, cancelled or extended meanwhile, or has left already, is told nothing. */
async function factsOf(ctx: ServiceContext, job: OutboxJob, kind: Kind): Promise<ReservationFacts | null> {
  const { data, error } = await ctx.db.rpc('timed_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: Payload.parse(job.payload).reservation_id,
    p_kind: kind,
  })
  if (error) throw fromPostgres(error)
  return data === null ? null : ReservationFacts.parse(data)
}

/** `mail.day_before`: with what can still be added to the booking. */
export const mailDayBefore: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, 'day_before')
  if (facts?.customer.email)
    await tellByMail(ctx, job, 'day_before', facts, { offers: await upsellOffersOf(ctx, facts.id) })
}

/** `mail.checkin_invitation`, `mail.return_reminder`, `mail.review_request` */
export function timedMail(kind: Exclude<Kind, 'day_before'>): OutboxHandler {
  return async (ctx, job) => {
    const facts = await factsOf(ctx, job, kind)
    if (facts) await tellByMail(ctx, job, kind, facts)
  }
}

/** `sms.day_before` */
export const smsDayBefore: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, 'day_before')
  if (facts) await tellBySms(ctx, job, 'day_before', facts)
}
