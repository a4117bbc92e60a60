'use client'

import { ClipboardCheck, Ellipsis } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MoreSheet } from '@/components/shell/more-sheet'
import { NavLink } from '@/components/shell/nav-link'
import { nearAndFar, type Place } from '@/components/shell/navigation'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { UnreadCount } from '@/components/shell/unread'

type BottomNavigationProps = { context: ShellContext; actions: ShellActions }

/** The phone's navigation, where the thumb is: three places, the handover, and a sheet with the rest. */
export function BottomNavigation({ context, actions }: BottomNavigationProps) {
  const t = useTranslations('shell')
  // The address at which the sheet was opened: going anywhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null)
  const pathname = usePathname()
  const { near, far } = nearAndFar(context)
  const canHandOver =
    context.permissions.includes('handover.perform') && context.company.lines.includes('rentals')
  const link = ({ name, href, icon }: Place) => (
    <NavLink key={name} href={href} icon={icon} label={t(`places.${name}`)} layout="bottom">
      {name === 'messages' && <Sign />}
    </NavLink>
  )
  return (
    <nav
      aria-label={t('navigation')}
      data-print="hide"
      className="sticky bottom-0 z-30 flex border-t bg-surface pb-safe lg:hidden"
    >
      {near.slice(0, 2).map(link)}
      {canHandOver && (
        <NavLink href="/handover" icon={ClipboardCheck} label={t('places.handover')} layout="bottom" />
      )}
      {near.slice(2).map(link)}
      <button
        type="button"
        onClick={() => setOpenAt(pathname)}
        aria-haspopup="dialog"
        className="relative flex h-14 min-w-0 flex-auto flex-col items-center justify-center gap-1 text-muted text-xs focus-visible:outline-offset-[-2px]"
      >
        <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-5" />
        {t('more')}
        {far.some(({ name }) => name === 'messages') && <Sign />}
      </button>
      <MoreSheet
        context={context}
        actions={actions}
        places={far}
        open={openAt === pathname}
        onOpenChange={(isOpen) => setOpenAt(isOpen ? pathname : null)}
      />
    </nav>
  )
}

/** What is unread, at the corner of the picture that leads to it. */
function Sign() {
  return (
    <span className="absolute top-1 left-1/2 ml-1.5 flex">
      <UnreadCount />
    </span>
  )
}
