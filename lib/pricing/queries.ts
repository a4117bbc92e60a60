import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

export type PriceRules = Awaited<ReturnType<typeof listPriceRules>>
export type Season = PriceRules['seasons'][number]
export type PromoCode = PriceRules['promoCodes'][number]
export type Fee = PriceRules['fees'][number]

/** Everything that changes a price beyond the rates, by kind. */
export async function listPriceRules(ctx: CompanyContext) {
  const { db, companyId } = ctx
  const [seasons, weekdays, discounts, fees, promoCodes, closedDays] = await Promise.all([
    db.from('seasons').select('*').eq('company_id', companyId).order('starts_on'),
    db.from('weekday_surcharges').select('*').eq('company_id', companyId).order('created_at'),
    db.from('duration_discounts').select('*').eq('company_id', companyId).order('from_days'),
    db.from('fees').select('*').eq('company_id', companyId).order('kind').order('created_at'),
    db.from('promo_codes').select('*').eq('company_id', companyId).order('code'),
    db.from('closed_days').select('*').eq('company_id', companyId).order('day'),
  ])
  return {
    seasons: rowsOf(seasons),
    weekdays: rowsOf(weekdays),
    discounts: rowsOf(discounts),
    fees: rowsOf(fees),
    promoCodes: rowsOf(promoCodes),
    closedDays: rowsOf(closedDays),
  }
}

function rowsOf<Row>({
  data,
  error,
}: {
  data: Row[] | null
  error: Parameters<typeof fromPostgres>[0] | null
}): Row[] {
  if (error) throw fromPostgres(error)
  return data ?? []
}

const CalendarDay = z.object({
  day: z.string(),
  rappen: z.number(),
  season: z.record(z.string(), z.string()).nullable(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** What a single day of a category costs, day by day through a year; empty without a price list. */
export async function getPriceCalendar(
  ctx: CompanyContext,
  { categoryId, year }: { categoryId: string; year: number },
): Promise<CalendarDay[]> {
  const { data, error } = await ctx.db.rpc('price_calendar', { p_category_id: categoryId, p_year: year })
  if (error) throw fromPostgres(error)
  return z.array(CalendarDay).parse(data)
}
