import 'server-only'
import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'

const Payload = z.object({ change_id: z.uuid() })

/** `change.refund`: gives back what a change promised, now that it can no longer be undone. */
export const refundChange: OutboxHandler = async (ctx, job) => {
  const { change_id: changeId } = Payload.parse(job.payload)
  const { data, error } = await ctx.db.rpc('refund_change', {
    p_company_id: ctx.companyId,
    p_change_id: changeId,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money', 'reservations')
  ctx.log.info({ event: 'reservation.change_refunded', changeId, amountRappen: data })
}
