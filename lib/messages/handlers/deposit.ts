import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { appUrl, siteUrlIn } from '@/lib/core/hosts'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { DepositFacts, depositAlertLetter, depositRequestLetter } from '@/lib/messages/letters/deposit'

const Payload = z.object({ deposit_id: z.uuid(), event: z.enum(['refused', 'lapsed']).optional() })

/** The facts while the deposit still waits for its customer. */
async function factsOf(ctx: ServiceContext, depositId: string): Promise<DepositFacts | null> {
  const { data, error } = await ctx.db.rpc('deposit_letter_facts', {
    p_company_id: ctx.companyId,
    p_deposit_id: depositId,
  })
  if (error) throw fromPostgres(error)
  return data === null ? null : DepositFacts.parse(data)
}

/** `mail.deposit_request`: asks the customer to confirm the hold; one that stands meanwhile is not asked for. */
export const mailDepositRequest: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, Payload.parse(job.payload).deposit_id)
  if (!facts?.customer.email || !facts.token) return
  await deliverMail(ctx, job, {
    to: facts.customer.email,
    replyTo: facts.companyEmail,
    letter: depositRequestLetter(
      facts,
      siteUrlIn(facts.language, facts.slug, `/portal/${facts.token}#deposit`),
    ),
    language: facts.language,
    customerId: facts.customer.id,
  })
}

/** `mail.deposit_alert`: tells the desk that a deposit is not, or soon not, secured. */
export const mailDepositAlert: OutboxHandler = async (ctx, job) => {
  const { deposit_id, event = 'refused' } = Payload.parse(job.payload)
  const facts = await factsOf(ctx, deposit_id)
  if (!facts?.companyEmail) return
  await deliverMail(ctx, job, {
    to: facts.companyEmail,
    letter: depositAlertLetter(facts, event, appUrl(`/dashboard/contracts/${facts.contractId}`)),
    language: facts.companyLanguage,
  })
}
