import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { inviteMemberAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { RoleSelect } from '@/components/companies/role-select'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { MemberRole } from '@/lib/companies/member-schema'

/** Asks somebody to join, by mail. */
export function InviteMember({ roles }: { roles: MemberRole[] }) {
  const t = useTranslations('settings.members')
  return (
    <FormDialog
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" />
          {t('invite')}
        </Button>
      }
      title={t('inviteTitle')}
      description={t('inviteText')}
      action={inviteMemberAction}
      submit={t('send')}
      done={t('sent')}
      labels={{ email: t('email'), role: t('role') }}
    >
      <FormField name="email" label={t('email')} required>
        <Input type="email" autoComplete="off" />
      </FormField>
      <RoleSelect roles={roles} />
    </FormDialog>
  )
}
