import { selectCompany } from '@/lib/companies/commands/select-company'
import type { NewCompany } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'

/**
 * Founds a company for the signed-in person: owner membership, defaults, trial of 14 days.
 * @throws AppError `slug_taken` · `slug_invalid` · `not_signed_in`
 */
export async function createCompany(
  ctx: VisitorContext,
  company: NewCompany,
  fullName: string,
): Promise<void> {
  const { error } = await ctx.db.rpc('sign_up_company', {
    p_company_name: company.companyName,
    p_slug: company.slug,
    p_full_name: fullName,
    p_lines: company.lines,
    p_locale: ctx.locale,
  })
  if (error) throw fromPostgres(error)
  await selectCompany(ctx)
  ctx.log.info({ event: 'company.created', slug: company.slug })
}

/**
 * Founds a further company, or the first one after the address chosen at sign-up turned out to be taken.
 * @throws AppError as `createCompany`
 */
export async function foundCompany(ctx: VisitorContext, company: NewCompany): Promise<void> {
  const { data } = await ctx.db.auth.getUser()
  if (!data.user) throw new AppError('not_signed_in')
  await createCompany(ctx, company, String(data.user.user_metadata.full_name ?? ''))
}
