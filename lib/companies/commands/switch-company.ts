import { selectCompany } from '@/lib/companies/commands/select-company'
import type { SwitchCompany } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/**
 * Goes on in another of the caller's companies.
 * @throws AppError `not_found` when there is no live membership · `not_signed_in`
 */
export async function switchCompany(ctx: VisitorContext, { companyId }: SwitchCompany): Promise<void> {
  const { error } = await ctx.db.rpc('switch_company', { p_company_id: companyId })
  if (error) throw fromPostgres(error)
  await selectCompany(ctx)
}
