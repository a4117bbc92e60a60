import { type MemberRole, ROLES } from '@/lib/companies/member-schema'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

export type Member = Awaited<ReturnType<typeof listMembers>>[number]
export type PendingInvitation = Awaited<ReturnType<typeof listPendingInvitations>>[number]

/** Who belongs to the company, the most powerful roles first, then by name. */
export async function listMembers(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('memberships')
    .select('user_id, role, created_at, profile:profiles(full_name, email)')
    .eq('company_id', ctx.companyId)
    .eq('active', true)
  if (error) throw fromPostgres(error)
  return data
    .map((row) => ({
      userId: row.user_id,
      role: row.role,
      since: row.created_at,
      name: row.profile.full_name,
      email: row.profile.email,
    }))
    .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.name.localeCompare(b.name))
}

/** Invitations nobody has taken up yet; the lapsed ones stay in view, so that they can be sent again. */
export async function listPendingInvitations(ctx: CompanyContext) {
  if (!ctx.can('users.manage')) return []
  const { data, error } = await ctx.db
    .from('invitations')
    .select('id, email, role, expires_at')
    .eq('company_id', ctx.companyId)
    .is('accepted_at', null)
    .is('revoked_at', null)
    .order('created_at', { ascending: false })
    .limit(100)
  if (error) throw fromPostgres(error)
  return data.map(({ expires_at, ...invitation }) => ({
    ...invitation,
    expiresAt: expires_at,
    isLapsed: new Date(expires_at) <= ctx.now(),
  }))
}

/** How many team members the plan has room for; null is without limit. */
export async function staffLimit(ctx: CompanyContext): Promise<number | null> {
  const { data, error } = await ctx.db
    .from('plan_limits')
    .select('limit_amount')
    .eq('plan', ctx.company.plan)
    .eq('resource', 'staff')
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data?.limit_amount ?? null
}

/** Roles that belong to a line of business are offered only where the company has it. */
export function rolesFor(lines: string[]): MemberRole[] {
  const lineOf: Partial<Record<MemberRole, string>> = {
    technician: 'services',
    sales_rep: 'sales',
    concierge: 'stays',
  }
  return ROLES.filter((role) => {
    const line = lineOf[role]
    return !line || lines.includes(line)
  })
}

/** Roles that take one of the plan's places, as the database counts them. */
export const STAFF_ROLES: MemberRole[] = ['staff', 'technician']
