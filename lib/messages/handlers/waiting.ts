import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { type OutboxHandler, type OutboxJob, PermanentFailure } from '@/lib/core/outbox'
import { deliverMail, deliverSms } from '@/lib/messages/deliver'
import { shortMessage, whatsappMessage } from '@/lib/messages/letters/from-template'
import { waitingLetter, waitingValues } from '@/lib/messages/letters/waiting'
import { mailTextsFor, smsTextsFor, whatsappTextsFor } from '@/lib/messages/templates/texts-for'
import { WaitingFacts } from '@/lib/messages/waiting-facts'

const Payload = z.object({ waiting_entry_id: z.uuid() })

async function factsOf(ctx: ServiceContext, job: OutboxJob): Promise<WaitingFacts> {
  const { data, error } = await ctx.db.rpc('waiting_entry_facts', {
    p_company_id: ctx.companyId,
    p_waiting_entry_id: Payload.parse(job.payload).waiting_entry_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new PermanentFailure('The entry of the waiting list does not exist')
  return WaitingFacts.parse(data)
}

/** The facts while an offer stands; one that was taken up, left or ran out is not told any more. */
async function offerOf(ctx: ServiceContext, job: OutboxJob): Promise<WaitingFacts | null> {
  const facts = await factsOf(ctx, job)
  const { offeredUntil } = facts
  const stands = facts.status === 'offered' && offeredUntil !== null && offeredUntil > ctx.now()
  return stands ? facts : null
}

const offerEvent = ({ isHeld }: WaitingFacts) => (isHeld ? 'waiting_offer_held' : 'waiting_offer_open')

async function mail(
  ctx: ServiceContext,
  job: OutboxJob,
  facts: WaitingFacts,
  event: 'waiting_listed' | 'waiting_offer_held' | 'waiting_offer_open',
): Promise<void> {
  if (!facts.customer.email) return
  await deliverMail(ctx, job, {
    to: facts.customer.email,
    replyTo: facts.companyEmail,
    letter: await waitingLetter(facts, await mailTextsFor(ctx, event, facts.language)),
    language: facts.language,
    customerId: facts.customer.id,
  })
}

/** `mail.waiting_listed` */
export const mailWaitingListed: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (facts.status === 'waiting') await mail(ctx, job, facts, 'waiting_listed')
}

/** `mail.waiting_offer` */
export const mailWaitingOffer: OutboxHandler = async (ctx, job) => {
  const facts = await offerOf(ctx, job)
  if (facts) await mail(ctx, job, facts, offerEvent(facts))
}

/** `sms.waiting_offer` */
export const smsWaitingOffer: OutboxHandler = async (ctx, job) => {
  const facts = await offerOf(ctx, job)
  if (!facts?.customer.phone) return
  const event = offerEvent(facts)
  const values = waitingValues(facts)
  const text = shortMessage(await smsTextsFor(ctx, event, facts.language), values)
  const approved = await whatsappTextsFor(ctx, event, facts.language)
  const sms = { to: facts.customer.phone, text, customerId: facts.customer.id }
  await deliverSms(ctx, job, sms, approved && whatsappMessage(approved, values))
}
