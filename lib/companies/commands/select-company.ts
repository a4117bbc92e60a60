import { fromAuth } from '@/lib/companies/auth-errors'
import type { VisitorContext } from '@/lib/core/context'

/** Renews the session, so that its token names the company that was just founded, joined or chosen. */
export async function selectCompany(ctx: VisitorContext): Promise<void> {
  const { error } = await ctx.db.auth.refreshSession()
  if (error) throw fromAuth(error)
}
