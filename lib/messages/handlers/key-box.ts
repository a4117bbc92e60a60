import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { tellByMail, tellBySms } from '@/lib/messages/handlers/reservation'
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
  if (facts) await tellByMail(ctx, job, 'key_box', facts, { keyBox: facts.keyBox })
}

/** `sms.key_box` */
export const smsKeyBox: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (facts) await tellBySms(ctx, job, 'key_box', facts, { keyBox: facts.keyBox })
}
