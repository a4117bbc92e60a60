import { useTranslations } from 'next-intl'
import { inviteMemberAction, withdrawInvitationAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { DateTime } from '@/components/ui/date-time'
import { StateBadge } from '@/components/ui/state-badge'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { PendingInvitation } from '@/lib/companies/members'

type PendingInvitationsProps = { invitations: PendingInvitation[]; timeZone: string }

/** Who has been asked and has not come yet. */
export function PendingInvitations({ invitations, timeZone }: PendingInvitationsProps) {
  const t = useTranslations('settings.members')
  const roles = useTranslations('shell.roles')
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-lg">{t('pending')}</h2>
      <Table caption={t('pending')}>
        <TableHead>
          <TableHeader>{t('email')}</TableHeader>
          <TableHeader>{t('role')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('validUntil')}</TableHeader>
          <TableHeader className="max-sm:hidden">{t('standing')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('actions')}</span>
          </TableHeader>
        </TableHead>
        <tbody>
          {invitations.map(({ id, email, role, expiresAt, isLapsed }) => (
            <TableRow key={id}>
              <TableCell className="font-medium">{email}</TableCell>
              <TableCell>{roles(role)}</TableCell>
              <TableCell className="max-md:hidden">
                <DateTime instant={expiresAt} timeZone={timeZone} />
              </TableCell>
              <TableCell className="max-sm:hidden">
                <StateBadge state={isLapsed ? 'overdue' : 'pending'}>
                  {t(isLapsed ? 'lapsed' : 'open')}
                </StateBadge>
              </TableCell>
              <TableCell className="text-right">
                <span className="inline-flex gap-2 max-sm:flex-col">
                  <ActionButton
                    size="sm"
                    action={inviteMemberAction}
                    input={{ email, role }}
                    done={t('sentTo', { email })}
                  >
                    {t('sendAgain')}
                  </ActionButton>
                  <ConfirmAction
                    trigger={
                      <Button size="sm" variant="ghost">
                        {t('withdraw')}
                      </Button>
                    }
                    title={t('withdrawTitle', { email })}
                    consequences={[t('withdrawText'), t('withdrawAgain')]}
                    confirmLabel={t('withdraw')}
                    action={withdrawInvitationAction}
                    input={{ invitationId: id }}
                    done={t('withdrawn', { email })}
                  />
                </span>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
