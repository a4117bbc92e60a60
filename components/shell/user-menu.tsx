'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { startTransition, useState } from 'react'
import { LanguageMenu } from '@/components/shell/language-menu'
import { countUnsentHere, LogOutWarning } from '@/components/shell/log-out-warning'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { ThemeMenu } from '@/components/shell/theme-menu'
import { Avatar } from '@/components/ui/avatar'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
  MenuItem,
  MenuSeparator,
} from '@/components/ui/dropdown-menu'

type UserMenuProps = { user: ShellContext['user']; actions: ShellActions }

/** Who one is, how the screens look and read, and the way out. */
export function UserMenu({ user, actions }: UserMenuProps) {
  const t = useTranslations('shell')
  const [unsent, setUnsent] = useState(0)

  async function leave() {
    const count = await countUnsentHere(user.id)
    if (count > 0) setUnsent(count)
    else startTransition(() => actions.logOut())
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger className="grid size-(--control-height) place-items-center rounded-full">
          <span className="sr-only">{t('userMenu', { name: user.fullName })}</span>
          <Avatar name={user.fullName} />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-60">
          <div className="grid px-2 py-1.5">
            <span className="truncate font-medium text-sm">{user.fullName}</span>
            <span className="truncate text-muted text-xs">{user.email}</span>
          </div>
          <MenuSeparator />
          <ThemeMenu />
          <MenuSeparator />
          <LanguageMenu setLocale={actions.setLocale} />
          <MenuSeparator />
          <MenuItem onSelect={() => void leave()}>
            <LogOut aria-hidden="true" />
            {t('logOut')}
          </MenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {unsent > 0 && <LogOutWarning count={unsent} onClose={() => setUnsent(0)} onLogOut={actions.logOut} />}
    </>
  )
}
