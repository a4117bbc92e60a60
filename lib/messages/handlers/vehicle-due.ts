import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { vehicleDueLetter } from '@/lib/messages/letters/vehicle-due'
import { VehicleDueFacts } from '@/lib/messages/vehicle-due-facts'
import type { Json } from '@/lib/supabase/types'

/** `mail.vehicle_due`; what was done, planned or put off before the worker came reminds nobody. */
export const mailVehicleDue: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('due_items_facts', {
    p_company_id: ctx.companyId,
    p_told: job.payload as Json,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = VehicleDueFacts.parse(data)
  if (!facts.email) return
  await deliverMail(ctx, job, {
    to: facts.email,
    letter: vehicleDueLetter(facts),
    language: facts.language,
  })
}
