'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { Avatar } from '@/components/ui/avatar'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
  MenuItem,
  MenuLabel,
} from '@/components/ui/dropdown-menu'

type CompanySwitcherProps = { context: ShellContext; switchCompany: ShellActions['switchCompany'] }

/** The company one works in; with more than one membership, a menu of the others. */
export function CompanySwitcher({
  context: { company, memberships, role },
  switchCompany,
}: CompanySwitcherProps) {
  const t = useTranslations('shell')
  const label = (
    <>
      <Avatar name={company.name} shape="square" />
      <span className="grid min-w-0 flex-1 text-left">
        <span className="truncate font-semibold text-sm">{company.name}</span>
        <span className="truncate text-faint text-xs">{t(`roles.${role}`)}</span>
      </span>
    </>
  )
  if (memberships.length < 2) return <div className="flex items-center gap-2.5 p-2">{label}</div>

  function choose(companyId: string) {
    const form = new FormData()
    form.set('companyId', companyId)
    startTransition(async () => {
      await switchCompany(form)
    })
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex w-full items-center gap-2.5 rounded p-2 hover:bg-sunken data-[state=open]:bg-sunken">
        {label}
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-faint" />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-64">
        <MenuLabel>{t('companies')}</MenuLabel>
        {memberships.map((membership) => (
          <MenuItem
            key={membership.companyId}
            disabled={membership.companyId === company.id}
            onSelect={() => choose(membership.companyId)}
          >
            <Avatar name={membership.name} shape="square" size="sm" />
            <span className="min-w-0 flex-1 truncate">{membership.name}</span>
            {membership.companyId === company.id ? (
              <Check aria-label={t('currentCompany')} />
            ) : (
              <span className="text-faint text-xs">{t(`roles.${membership.role}`)}</span>
            )}
          </MenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
