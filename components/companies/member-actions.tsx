import { useTranslations } from 'next-intl'
import { changeRoleAction, removeMemberAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { RoleSelect } from '@/components/companies/role-select'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { Button } from '@/components/ui/button'
import type { MemberRole } from '@/lib/companies/member-schema'
import type { Member } from '@/lib/companies/members'

type MemberActionsProps = { member: Member; roles: MemberRole[]; companyName: string }

/** What an owner can do with a colleague. */
export function MemberActions({ member, roles, companyName }: MemberActionsProps) {
  const t = useTranslations('settings.members')
  const { name, userId } = member
  // A role the company no longer offers stays in the list of whoever has it.
  const offered = roles.includes(member.role) ? roles : [...roles, member.role]
  return (
    <span className="inline-flex gap-2 max-sm:flex-col">
      <FormDialog
        trigger={<Button size="sm">{t('changeRole')}</Button>}
        title={t('changeRoleTitle', { name })}
        description={t('changeRoleText')}
        action={changeRoleAction}
        submit={t('changeRole')}
        done={t('roleChanged', { name })}
        labels={{ role: t('role') }}
      >
        <input type="hidden" name="userId" value={userId} />
        <RoleSelect roles={offered} role={member.role} />
      </FormDialog>
      <ConfirmAction
        trigger={
          <Button size="sm" variant="ghost">
            {t('remove')}
          </Button>
        }
        title={t('removeTitle', { name })}
        consequences={[t('removeAccess', { name, company: companyName }), t('removeTrail'), t('removeBack')]}
        confirmLabel={t('remove')}
        action={removeMemberAction}
        input={{ userId }}
        done={t('removed', { name })}
      />
    </span>
  )
}
