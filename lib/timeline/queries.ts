import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { TimelineAnswer } from '@/lib/timeline/answer'
import { Beyond, type BeyondQuery } from '@/lib/timeline/schema'
import { rangeAround } from '@/lib/timeline/span'

/**
 * Everything the timeline shows around a day, in one question and as small as the database sends it.
 * @throws AppError `invalid_period`
 */
export async function getTimeline(ctx: CompanyContext, at: string): Promise<TimelineAnswer> {
  const { from, to } = rangeAround(at, ctx.timeZone)
  const { data, error } = await ctx.db.rpc('timeline', { p_from: from.toISOString(), p_to: to.toISOString() })
  if (error) throw fromPostgres(error)
  return TimelineAnswer.parse(data)
}

/**
 * Rentals that are what somebody types, outside the stretch of time they look at, the nearest first.
 * @throws AppError `invalid_period`
 */
export async function findBeyond(ctx: CompanyContext, { q, from, to }: BeyondQuery): Promise<Beyond> {
  const { data, error } = await ctx.db.rpc('find_beyond', { p_query: q, p_from: from, p_to: to })
  if (error) throw fromPostgres(error)
  return Beyond.parse(data)
}

/** The mark that differs after every change of the company's records. */
export async function getVersion(ctx: CompanyContext): Promise<string> {
  const { data, error } = await ctx.db.rpc('company_version')
  if (error) throw fromPostgres(error)
  return data
}

/** Where a reservation is shown, by its number: on its contract's page once there is one. Null when there is none. */
export async function findRecord(ctx: CompanyContext, number: string): Promise<string | null> {
  const { data, error } = await ctx.db
    .from('reservations')
    .select('id, contracts!contracts_company_id_reservation_id_fkey(id, status)')
    .eq('company_id', ctx.companyId)
    .eq('number', number)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) return null
  const contract = data.contracts.find(({ status }) => status !== 'cancelled' && status !== 'draft')
  return contract ? `/dashboard/contracts/${contract.id}` : `/dashboard/reservations/${data.id}`
}
