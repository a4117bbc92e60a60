import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { deliverSms } from '@/lib/messages/deliver'
import { bookingUrl, mailToCustomer } from '@/lib/messages/handlers/reservation'
import {
  checkinInvitationLetter,
  dayBeforeLetter,
  dayBeforeSms,
  returnReminderLetter,
} from '@/lib/messages/letters/timed'
import { ReservationFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ reservation_id: z.uuid() })

/** The facts while the message is timely: who has checked in, cancelled or extended meanwhile, or has left already, is told nothing. */
async function factsOf(ctx: ServiceContext, job: OutboxJob, kind: string): Promise<ReservationFacts | null> {
  const { data, error } = await ctx.db.rpc('timed_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: Payload.parse(job.payload).reservation_id,
    p_kind: kind,
  })
  if (error) throw fromPostgres(error)
  return data === null ? null : ReservationFacts.parse(data)
}

/** `mail.checkin_invitation` */
export const mailCheckinInvitation: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, 'checkin_invitation')
  if (facts)
    await mailToCustomer(ctx, job, facts, checkinInvitationLetter(facts, `${bookingUrl(facts)}/checkin`))
}

/** `mail.day_before` */
export const mailDayBefore: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, 'day_before')
  if (facts) await mailToCustomer(ctx, job, facts, dayBeforeLetter(facts, bookingUrl(facts)))
}

/** `sms.day_before` */
export const smsDayBefore: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, 'day_before')
  if (!facts?.customer.phone) return
  await deliverSms(ctx, job, {
    to: facts.customer.phone,
    text: dayBeforeSms(facts, bookingUrl(facts)),
    customerId: facts.customer.id,
    reservationId: facts.id,
  })
}

/** `mail.return_reminder` */
export const mailReturnReminder: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job, 'return_reminder')
  if (facts) await mailToCustomer(ctx, job, facts, returnReminderLetter(facts, bookingUrl(facts)))
}
