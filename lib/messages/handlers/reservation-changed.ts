import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { isConfirmed, tellByMail } from '@/lib/messages/handlers/reservation'
import { changedRows, KnownBefore } from '@/lib/messages/letters/reservation-changed'
import { ReservationFacts } from '@/lib/messages/reservation-facts'

const Payload = z.object({ change_id: z.uuid() })
const Changed = z.object({ before: KnownBefore, awaits_signature: z.boolean() })

/** `mail.reservation_changed`: what holds from now on. A change that was undone or followed by another is not told. */
export const mailReservationChanged: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('reservation_change_facts', {
    p_company_id: ctx.companyId,
    p_change_id: Payload.parse(job.payload).change_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = ReservationFacts.parse(data)
  if (!isConfirmed(facts)) return
  const { before, awaits_signature: awaitsSignature } = Changed.parse(data)
  await tellByMail(ctx, job, 'reservation_changed', facts, {
    rows: changedRows(facts, before),
    awaitsSignature,
  })
}
