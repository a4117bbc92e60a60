import { useTranslations } from 'next-intl'
import { MemberActions } from '@/components/companies/member-actions'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { MemberRole } from '@/lib/companies/member-schema'
import type { Member } from '@/lib/companies/members'

type MemberTableProps = {
  members: Member[]
  roles: MemberRole[]
  /** The reader: nobody takes away their own role by accident. */
  selfId: string
  companyName: string
  timeZone: string
  canManage: boolean
}

/** Who belongs to the company, in which role and since when. */
export function MemberTable({ members, selfId, timeZone, canManage, ...actions }: MemberTableProps) {
  const t = useTranslations('settings.members')
  const roleNames = useTranslations('shell.roles')
  return (
    <Table caption={t('title')}>
      <TableHead>
        <TableHeader>{t('name')}</TableHeader>
        <TableHeader className="max-sm:hidden">{t('role')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('since')}</TableHeader>
        {canManage && (
          <TableHeader>
            <span className="sr-only">{t('changeRole')}</span>
          </TableHeader>
        )}
      </TableHead>
      <tbody>
        {members.map((member) => (
          <TableRow key={member.userId}>
            <TableCell className="py-2">
              <span className="flex items-center gap-2.5">
                <Avatar name={member.name} className="max-sm:hidden" />
                <span className="grid min-w-0">
                  <span className="flex items-center gap-2 font-medium">
                    <span className="truncate">{member.name}</span>
                    {member.userId === selfId && <Badge>{t('you')}</Badge>}
                  </span>
                  <span className="truncate text-muted text-xs">{member.email}</span>
                  <span className="text-xs sm:hidden">{roleNames(member.role)}</span>
                </span>
              </span>
            </TableCell>
            <TableCell className="max-sm:hidden">{roleNames(member.role)}</TableCell>
            <TableCell className="max-md:hidden">
              <DateTime instant={member.since} timeZone={timeZone} show="date" />
            </TableCell>
            {canManage && (
              <TableCell className="text-right">
                {member.userId !== selfId && <MemberActions member={member} {...actions} />}
              </TableCell>
            )}
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
