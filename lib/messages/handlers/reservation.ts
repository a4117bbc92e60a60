import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { DeclinedByRule, type OutboxHandler, type OutboxJob, PermanentFailure } from '@/lib/core/outbox'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { deliverMail, deliverSms } from '@/lib/messages/deliver'
import type { Letter } from '@/lib/messages/letter'
import { shortMessage, whatsappMessage } from '@/lib/messages/letters/from-template'
import {
  type More,
  type ReservationEvent,
  reservationLetter,
  valuesOf,
} from '@/lib/messages/letters/reservation'
import { ReservationFacts } from '@/lib/messages/reservation-facts'
import { mailTextsFor, smsTextsFor, whatsappTextsFor } from '@/lib/messages/templates/texts-for'

const Payload = z.object({ reservation_id: z.uuid() })

function factsOf(ctx: ServiceContext, job: OutboxJob): Promise<ReservationFacts> {
  return reservationFactsOf(ctx, Payload.parse(job.payload).reservation_id)
}

/** What the messages of a reservation tell. @throws PermanentFailure when it does not exist (any more) */
export async function reservationFactsOf(
  ctx: ServiceContext,
  reservationId: string,
): Promise<ReservationFacts> {
  const { data, error } = await ctx.db.rpc('reservation_facts', {
    p_company_id: ctx.companyId,
    p_reservation_id: reservationId,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new PermanentFailure('The reservation does not exist')
  return ReservationFacts.parse(data)
}

/** A reservation may have moved on before the worker came: what is no longer true is not told. */
export function isConfirmed({ status }: ReservationFacts): boolean {
  return status === 'confirmed' || status === 'converted'
}

/** Sends a letter about a reservation to its customer, where they have an address. */
export async function mailToCustomer(
  ctx: ServiceContext,
  job: OutboxJob,
  facts: ReservationFacts,
  letter: Letter,
): Promise<void> {
  if (!facts.customer.email) return
  await deliverMail(ctx, job, {
    to: facts.customer.email,
    replyTo: facts.companyEmail,
    letter,
    language: facts.language,
    customerId: facts.customer.id,
    reservationId: facts.id,
  })
}

/** Tells the customer of an event by mail, in the company's words for it. */
export async function tellByMail(
  ctx: ServiceContext,
  job: OutboxJob,
  event: ReservationEvent,
  facts: ReservationFacts,
  more?: More,
): Promise<void> {
  if (!facts.customer.email) return
  const texts = await mailTextsFor(ctx, event, facts.language)
  await mailToCustomer(ctx, job, facts, reservationLetter(event, facts, texts, { now: new Date(), ...more }))
}

/** The same in one short message; what matters is in the mail as well. */
export async function tellBySms(
  ctx: ServiceContext,
  job: OutboxJob,
  event: ReservationEvent,
  facts: ReservationFacts,
  more?: More,
): Promise<void> {
  if (!facts.customer.phone) return
  const values = valuesOf(event, facts, more)
  const text = shortMessage(await smsTextsFor(ctx, event, facts.language), values)
  const approved = await whatsappTextsFor(ctx, event, facts.language)
  const sms = { to: facts.customer.phone, text, customerId: facts.customer.id, reservationId: facts.id }
  await deliverSms(ctx, job, sms, approved && whatsappMessage(approved, values))
}

/** `mail.reservation_confirmed` */
export const mailReservationConfirmed: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (isConfirmed(facts)) await tellByMail(ctx, job, 'reservation_confirmed', facts)
}

/** `mail.reservation_refunded` */
export const mailReservationRefunded: OutboxHandler = async (ctx, job) =>
  tellByMail(ctx, job, 'reservation_refunded', await factsOf(ctx, job))

/** `mail.reservation_cancelled` */
export const mailReservationCancelled: OutboxHandler = async (ctx, job) =>
  tellByMail(ctx, job, 'reservation_cancelled', await factsOf(ctx, job))

/** `mail.private_link` */
export const mailPrivateLink: OutboxHandler = async (ctx, job) =>
  tellByMail(ctx, job, 'private_link', await factsOf(ctx, job))

/**
 * `sms.reservation_confirmed`: few per number and hour, so that bookings cannot be used to flood a stranger's phone.
 * Only the first attempt counts; a retry after a failure of the provider is the same message.
 */
export const smsReservationConfirmed: OutboxHandler = async (ctx, job) => {
  const facts = await factsOf(ctx, job)
  if (!isConfirmed(facts) || !facts.customer.phone) return
  if (job.attempts === 1) await limitSms(ctx.companyId, facts.customer.phone)
  await tellBySms(ctx, job, 'reservation_confirmed', facts)
}

/** @throws DeclinedByRule when a number has had too many within an hour */
export async function limitSms(companyId: string, phone: string): Promise<void> {
  try {
    await limitRate(RATE_LIMITS.sms, `${companyId}:${phone}`)
  } catch (cause) {
    throw new DeclinedByRule('Too many messages to this number within an hour', { cause })
  }
}
