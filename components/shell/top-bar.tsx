'use client'

import { CircleHelp, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CommandPalette } from '@/components/shell/command-palette'
import { CreateMenu } from '@/components/shell/create-menu'
import { creationsFor } from '@/components/shell/creations'
import { placesFor } from '@/components/shell/navigation'
import { paletteGroups } from '@/components/shell/palette-entries'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { ShortcutsHelp } from '@/components/shell/shortcuts-help'
import { useModKey } from '@/components/shell/use-mod-key'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { UserMenu } from '@/components/shell/user-menu'
import { Avatar } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'

type TopBarProps = { context: ShellContext; actions: ShellActions }

/** Above every page: search, create, help, and who one is. Owns the shortcuts that work everywhere. */
export function TopBar({ context, actions }: TopBarProps) {
  const t = useTranslations('shell')
  const router = useRouter()
  const modKey = useModKey()
  const [open, setOpen] = useState<'palette' | 'create' | 'help' | null>(null)
  const toggle = (what: typeof open) => (isOpen: boolean) => setOpen(isOpen ? what : null)
  const places = placesFor(context).flatMap((group) => group.places)
  useShortcuts({
    'mod+k': () => setOpen('palette'),
    c: () => setOpen('create'),
    '?': () => setOpen('help'),
    ...Object.fromEntries(places.map(({ key, href }) => [`g ${key.toLowerCase()}`, () => router.push(href)])),
  })

  return (
    <header
      data-print="hide"
      className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b bg-canvas px-4 lg:h-12 lg:px-6"
    >
      <div className="flex min-w-0 flex-1 items-center gap-2.5 lg:hidden">
        <Avatar name={context.company.name} shape="square" />
        <span className="truncate font-semibold text-sm">{context.company.name}</span>
      </div>
      <button
        type="button"
        onClick={() => setOpen('palette')}
        aria-keyshortcuts="Meta+K Control+K"
        className="mr-auto hidden h-(--control-height) w-72 items-center gap-2 rounded border border-line-strong bg-surface px-2.5 text-faint text-sm transition-colors hover:border-control lg:flex"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="flex-1 text-left">{t('palette.open')}</span>
        <Kbd>{modKey} K</Kbd>
      </button>
      <IconButton label={t('palette.open')} onClick={() => setOpen('palette')} className="lg:hidden">
        <Search />
      </IconButton>
      <CreateMenu
        creations={creationsFor(context)}
        open={open === 'create'}
        onOpenChange={toggle('create')}
      />
      <IconButton label={t('shortcuts.title')} onClick={() => setOpen('help')} className="max-lg:hidden">
        <CircleHelp />
      </IconButton>
      <UserMenu user={context.user} actions={actions} />
      <CommandPalette
        groups={paletteGroups(context, t, () => setOpen('help'))}
        open={open === 'palette'}
        onOpenChange={toggle('palette')}
      />
      <ShortcutsHelp context={context} open={open === 'help'} onOpenChange={toggle('help')} />
    </header>
  )
}
