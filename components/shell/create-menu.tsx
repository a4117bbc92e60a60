'use client'

import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Creation } from '@/components/shell/creations'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
  MenuItem,
} from '@/components/ui/dropdown-menu'

type CreateMenuProps = { creations: Creation[]; open: boolean; onOpenChange: (open: boolean) => void }

/** Everything that can be started from anywhere. */
export function CreateMenu({ creations, open, onOpenChange }: CreateMenuProps) {
  const t = useTranslations('shell.create')
  if (creations.length === 0) return null
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange}>
      <DropdownMenuTrigger asChild>
        <Button aria-label={t('label')} aria-keyshortcuts="C" className="max-sm:px-2.5">
          <Plus aria-hidden="true" />
          <span className="max-sm:hidden">{t('label')}</span>
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-56">
        {creations.map(({ name, href, icon: Icon }) => (
          <MenuItem key={name} asChild>
            <Link href={href}>
              <Icon aria-hidden="true" />
              {t(name)}
            </Link>
          </MenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
