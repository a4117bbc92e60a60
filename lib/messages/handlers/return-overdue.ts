import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { tellByMail, tellBySms } from '@/lib/messages/handlers/reservation'
import { ReservationFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ contract_id: z.uuid() })

/** The facts while the vehicle is still out: who brought it back or extended meanwhile is not reminded. */
async function factsOf(ctx: ServiceContext, job: OutboxJob): Promise<ReservationFacts | null> {
  const { data, error } = await ctx.db.rpc('overdue_facts', {
    p_company_id: ctx.companyId,
    p_contract_id: Payload.parse(job.payload).contract_id,
  })
  if (error) throw fromPostgres(error)
  return data === null ? null : ReservationFacts.parse(data)
}

/** `mail.return_overdue` */
export const mailReturnOverdue: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (facts) await tellByMail(ctx, job, 'return_overdue', facts)
}

/** `sms.return_overdue` */
export const smsReturnOverdue: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (facts) await tellBySms(ctx, job, 'return_overdue', facts)
}
