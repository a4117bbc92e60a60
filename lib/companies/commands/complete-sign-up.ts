import { createCompany } from '@/lib/companies/commands/create-company'
import { joinCompany } from '@/lib/companies/commands/join-company'
import { SignUpIntent } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { loadMe } from '@/lib/core/me'
import type { AuthUser } from '@/lib/supabase/client'

/**
 * Does what a person wanted when they signed up, once they are in for the first time. The intent is their own input,
 * so it is parsed again; if it cannot be done (the address was taken meanwhile) they choose anew inside.
 */
export async function completeSignUp(ctx: VisitorContext, user: AuthUser): Promise<void> {
  const me = await loadMe(ctx.db)
  if (!me || me.memberships.length > 0) return
  const intent = SignUpIntent.safeParse(user.user_metadata)
  if (!intent.success) return
  const { full_name: fullName, company, invitation_token: token } = intent.data
  try {
    if (token) await joinCompany(ctx, token, fullName)
    else if (company) await createCompany(ctx, company, fullName)
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    ctx.log.info({ event: 'sign_up.left_open', reason: error.code })
  }
}
