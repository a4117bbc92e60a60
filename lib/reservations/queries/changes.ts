import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Known = z
  .object({
    vehicle_id: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    price: z.object({ total_rappen: z.number() }),
    extras: z.array(z.unknown()),
  })
  .transform((row) => ({
    vehicleId: row.vehicle_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    totalRappen: row.price.total_rappen,
    extras: JSON.stringify(row.extras),
  }))

export type PastChange = Awaited<ReturnType<typeof listChanges>>[number]

/** What was changed of a reservation, the last one first, and whether it can still be taken back. */
export async function listChanges(ctx: CompanyContext, reservationId: string) {
  const { data, error } = await ctx.db
    .from('reservation_changes')
    .select(
      'id, before, after, changed_by, created_at, undone_at, notified, refund_rappen, refunded_rappen, driver:drivers(first_name, last_name)',
    )
    .eq('company_id', ctx.companyId)
    .eq('reservation_id', reservationId)
    .order('created_at', { ascending: false })
    .limit(50)
  if (error) throw fromPostgres(error)
  const [names, plates, undoable] = await Promise.all([
    namesOf(ctx, [...new Set(data.flatMap(({ changed_by }) => changed_by ?? []))]),
    platesOf(
      ctx,
      data.flatMap(({ before, after }) => [Known.parse(before).vehicleId, Known.parse(after).vehicleId]),
    ),
    data.some(({ undone_at }) => undone_at === null) ? undoableChange(ctx, reservationId) : null,
  ])
  return data.map((row) => {
    const [before, after] = [Known.parse(row.before), Known.parse(row.after)]
    return {
      id: row.id,
      at: row.created_at,
      by: names.get(row.changed_by ?? '') ?? null,
      isByCustomer: row.changed_by === null,
      isUndone: row.undone_at !== null,
      isNotified: row.notified,
      /** Who joined as a further driver. */
      driver: row.driver && `${row.driver.first_name} ${row.driver.last_name}`,
      refundRappen: row.refund_rappen,
      refundedRappen: row.refunded_rappen,
      canUndo: row.id === undoable,
      before: { ...before, plate: plates.get(before.vehicleId) ?? '' },
      after: { ...after, plate: plates.get(after.vehicleId) ?? '' },
    }
  })
}

/** The change that the reader can take back now, as the database that would do it says. */
async function undoableChange(ctx: CompanyContext, reservationId: string): Promise<string | null> {
  const { data, error } = await ctx.db.rpc('undoable_change', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  return data
}

async function namesOf(ctx: CompanyContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { data, error } = await ctx.db.from('profiles').select('user_id, full_name').in('user_id', ids)
  if (error) throw fromPostgres(error)
  return new Map(data.map(({ user_id, full_name }) => [user_id, full_name]))
}

async function platesOf(ctx: CompanyContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { data, error } = await ctx.db
    .from('vehicles')
    .select('id, plate')
    .eq('company_id', ctx.companyId)
    .in('id', [...new Set(ids)])
  if (error) throw fromPostgres(error)
  return new Map(data.map(({ id, plate }) => [id, plate]))
}
