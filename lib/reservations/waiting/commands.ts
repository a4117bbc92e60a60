import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { NewWaitingEntry } from '@/lib/reservations/waiting/schema'

/**
 * Puts somebody on the waiting list; answers the entry's id. Safe to repeat with the same key.
 * @throws AppError `invalid_period` · `period_in_past` · `no_contact` · `customer_blocked` · `too_many_waiting` · `not_found`
 */
export async function putOnWaitingList(
  ctx: CompanyContext,
  entry: NewWaitingEntry,
  idempotencyKey: string,
): Promise<string> {
  const { customer } = entry
  const { data, error } = await ctx.db.rpc('join_waiting_list', {
    p_starts_at: entry.startsAt,
    p_ends_at: entry.endsAt,
    p_source: entry.source,
    p_idempotency_key: idempotencyKey,
    ...(entry.categoryId && { p_category_id: entry.categoryId }),
    ...(entry.locationId && { p_location_id: entry.locationId }),
    ...(entry.equipment.length > 0 && { p_equipment: entry.equipment }),
    ...(entry.note && { p_note: entry.note }),
    ...(entry.customerId
      ? { p_customer_id: entry.customerId }
      : {
          p_customer: {
            first_name: customer?.firstName ?? null,
            last_name: customer?.lastName ?? null,
            ...(customer?.email && { email: customer.email }),
            ...(customer?.phone && { phone: customer.phone }),
          },
        }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'customers')
  ctx.log.info({ event: 'waiting_list.added', waitingEntryId: data })
  return data
}

/**
 * Takes somebody off the waiting list; what was held for them is free again.
 * @throws AppError `not_found`
 */
export async function removeFromWaitingList(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('remove_from_waiting_list', { p_waiting_entry_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'waiting_list.removed', waitingEntryId: id })
}
