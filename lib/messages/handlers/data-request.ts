import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { DataRequestFacts, dataRequestLetter } from '@/lib/messages/letters/data-request'

/** `mail.data_request`; what was answered or forgotten before the worker came reminds nobody. */
export const mailDataRequest: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('data_request_facts', {
    p_company_id: ctx.companyId,
    p_data_request_id: String(job.payload.data_request_id),
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = DataRequestFacts.parse(data)
  if (!facts.email || facts.isSettled) return
  await deliverMail(ctx, job, {
    to: facts.email,
    letter: dataRequestLetter(facts, appUrl(`/dashboard/customers/${facts.customerId}`)),
    language: facts.language,
  })
}
