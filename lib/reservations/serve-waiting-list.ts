import 'server-only'
import { invalidate } from '@/lib/core/cache'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'

/** `waiting.serve`: something became free; whoever waits for it is asked in turn, one offer a transaction, until nothing is left to offer. */
export const serveWaitingList: OutboxHandler = async (ctx) => {
  for (;;) {
    const { data, error } = await ctx.db.rpc('serve_waiting_list', { p_company_id: ctx.companyId })
    if (error) throw fromPostgres(error)
    if (data === null) return
    await invalidate(ctx.companyId, 'reservations')
    ctx.log.info({ event: 'waiting_list.offered', waitingEntryId: data })
  }
}
