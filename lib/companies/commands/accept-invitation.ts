import { joinCompany } from '@/lib/companies/commands/join-company'
import { openAccount } from '@/lib/companies/commands/open-account'
import { getInvitation } from '@/lib/companies/queries'
import type { AcceptInvitation } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { loadMe } from '@/lib/core/me'

/**
 * Accepts an invitation: as the person who is signed in, or with a new account for the invited address.
 * @throws AppError `invitation_invalid` · `invitation_for_another` · `sign_up_refused` · `weak_password` · `rate_limited`
 */
export async function acceptInvitation(
  ctx: VisitorContext,
  { token, fullName, password }: AcceptInvitation,
): Promise<{ state: 'signed_in' | 'confirm_email' }> {
  const invitation = await getInvitation(ctx, token)
  if (!invitation) throw new AppError('invitation_invalid')
  const me = await loadMe(ctx.db)
  if (!me?.user && fullName && password) {
    const intent = { full_name: fullName, locale: ctx.locale, invitation_token: token }
    const state = await openAccount(ctx, { email: invitation.email, password }, intent)
    if (state === 'confirm_email') return { state }
  }
  await joinCompany(ctx, token, fullName)
  return { state: 'signed_in' }
}
