import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { deliverSms } from '@/lib/messages/deliver'
import { bookingUrl, mailToCustomer } from '@/lib/messages/handlers/reservation'
import { keyBoxLetter, keyBoxSms } from '@/lib/messages/letters/key-box'
import { KeyBoxFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ reservation_id: z.uuid() })

/** The facts while the code may be told; a booking that was moved or cancelled meanwhile is told none. */
async function factsOf(ctx: ServiceContext, job: OutboxJob): Promise<KeyBoxFacts | null> {
  const { data, error } = await ctx.db.rpc('reservation_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: Payload.parse(job.payload).reservation_id,
  })
  if (error) throw fromPostgres(error)
  return KeyBoxFacts.safeParse(data).data ?? null
}

/** `mail.key_box` */
export const mailKeyBox: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (facts) await mailToCustomer(ctx, job, facts, keyBoxLetter(facts, bookingUrl(facts)))
}

/** `sms.key_box` */
export const smsKeyBox: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (!facts?.customer.phone) return
  await deliverSms(ctx, job, {
    to: facts.customer.phone,
    text: keyBoxSms(facts, bookingUrl(facts)),
    customerId: facts.customer.id,
    reservationId: facts.id,
  })
}
