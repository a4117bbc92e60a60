import { selectCompany } from '@/lib/companies/commands/select-company'
import type { VisitorContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/**
 * Joins the company that invited the signed-in person.
 * @throws AppError `invitation_invalid` · `invitation_for_another` · `not_signed_in`
 */
export async function joinCompany(ctx: VisitorContext, token: string, fullName?: string): Promise<void> {
  const { error } = await ctx.db.rpc('accept_invitation', {
    p_token: token,
    p_locale: ctx.locale,
    ...(fullName ? { p_full_name: fullName } : {}),
  })
  if (error) throw fromPostgres(error)
  await selectCompany(ctx)
}
