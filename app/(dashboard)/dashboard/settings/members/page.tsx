import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { InviteMember } from '@/components/companies/invite-member'
import { MemberTable } from '@/components/companies/member-table'
import { PendingInvitations } from '@/components/companies/pending-invitations'
import {
  listMembers,
  listPendingInvitations,
  rolesFor,
  STAFF_ROLES,
  staffLimit,
} from '@/lib/companies/members'

export const generateMetadata = pageTitle('settings', 'members.title')

/** Who belongs to the company, and who has been asked to. */
export default async function MembersPage() {
  const ctx = await pageContext('settings.edit')
  const [t, members, invitations, limit] = await Promise.all([
    getTranslations('settings.members'),
    listMembers(ctx),
    listPendingInvitations(ctx),
    staffLimit(ctx),
  ])
  const canManage = ctx.can('users.manage')
  const roles = rolesFor(ctx.company.lines)
  const staff = members.filter(({ role }) => STAFF_ROLES.includes(role)).length
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted text-sm">
          {t('count', { count: members.length })}
          {limit !== null && ` · ${t('places', { taken: staff, limit })}`}
          {!canManage && ` · ${t('onlyOwners')}`}
        </p>
        {canManage && <InviteMember roles={roles} />}
      </div>
      <MemberTable
        members={members}
        roles={roles}
        selfId={ctx.actor.kind === 'user' ? ctx.actor.id : ''}
        companyName={ctx.company.name}
        timeZone={ctx.timeZone}
        canManage={canManage}
      />
      {invitations.length > 0 && <PendingInvitations invitations={invitations} timeZone={ctx.timeZone} />}
    </div>
  )
}
