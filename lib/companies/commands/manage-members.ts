import type {
  InvitationRef,
  MemberInvitation,
  MemberRemoval,
  RoleChange,
} from '@/lib/companies/member-schema'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/**
 * Invites somebody by mail. An open invitation to the same address is replaced, so this also sends it again.
 * @throws AppError `already_member` · `quota_reached` · `forbidden`
 */
export async function inviteMember(ctx: CompanyContext, { email, role }: MemberInvitation): Promise<void> {
  const { data, error } = await ctx.db.rpc('invite_member', { p_email: email, p_role: role })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'member.invited', invitationId: data, role })
}

/**
 * Takes an open invitation back; its link opens nothing any more. Safe to repeat.
 * @throws AppError `not_found` · `invitation_accepted` · `forbidden`
 */
export async function withdrawInvitation(
  ctx: CompanyContext,
  { invitationId }: InvitationRef,
): Promise<void> {
  const { error } = await ctx.db.rpc('withdraw_invitation', { p_invitation_id: invitationId })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'member.invitation_withdrawn', invitationId })
}

/**
 * Gives a colleague another role; it holds from their next request.
 * @throws AppError `not_found` · `last_owner` · `quota_reached` · `forbidden`
 */
export async function changeRole(ctx: CompanyContext, { userId, role }: RoleChange): Promise<void> {
  const { error } = await ctx.db.rpc('set_member_role', { p_user_id: userId, p_role: role })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'member.role_changed', userId, role })
}

/**
 * Takes a colleague out of the company; what they did stays in the trail.
 * @throws AppError `not_found` · `last_owner` · `forbidden`
 */
export async function removeMember(ctx: CompanyContext, { userId }: MemberRemoval): Promise<void> {
  const { error } = await ctx.db.rpc('set_member_role', { p_user_id: userId })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'member.removed', userId })
}
