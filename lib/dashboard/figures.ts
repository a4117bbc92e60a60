import { cached } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { type Figures, FiguresAnswer } from '@/lib/dashboard/schema'

/**
 * The month's figures; null for those who may not see reports. At most five minutes old, younger after a change.
 */
export async function getFigures(ctx: CompanyContext): Promise<Figures | null> {
  if (!ctx.can('reports.see')) return null
  return cached(
    {
      companyId: ctx.companyId,
      key: 'dashboard.figures',
      areas: ['fleet', 'reservations', 'contracts', 'money'],
      seconds: 300,
    },
    async () => {
      const { data, error } = await ctx.db.rpc('dashboard_figures')
      if (error) throw fromPostgres(error)
      return FiguresAnswer.parse(data)
    },
  )
}

/** The change from one figure to another in whole per cent; null where there is nothing to compare with. */
export function changePercent(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before === 0) return null
  return Math.round(((now - before) / before) * 100)
}
