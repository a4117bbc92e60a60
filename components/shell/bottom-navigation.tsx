'use client'

import { ClipboardCheck, Ellipsis } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MoreSheet } from '@/components/shell/more-sheet'
import { NavLink } from '@/components/shell/nav-link'
import { placesFor } from '@/components/shell/navigation'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'

type BottomNavigationProps = { context: ShellContext; actions: ShellActions }

const NEAREST = ['today', 'reservations', 'fleet']

/** The phone's navigation, where the thumb is: three places, the handover, and a sheet with the rest. */
export function BottomNavigation({ context, actions }: BottomNavigationProps) {
  const t = useTranslations('shell')
  // The address at which the sheet was opened: going anywhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null)
  const pathname = usePathname()
  const places = placesFor(context).flatMap((group) => group.places)
  const near = places.filter(({ name }) => NEAREST.includes(name))
  const canHandOver =
    context.permissions.includes('handover.perform') && context.company.lines.includes('rentals')
  return (
    <nav
      aria-label={t('navigation')}
      data-print="hide"
      className="sticky bottom-0 z-30 flex border-t bg-surface pb-safe lg:hidden"
    >
      {near.slice(0, 2).map(({ name, href, icon }) => (
        <NavLink key={name} href={href} icon={icon} label={t(`places.${name}`)} layout="bottom" />
      ))}
      {canHandOver && (
        <NavLink href="/handover" icon={ClipboardCheck} label={t('places.handover')} layout="bottom" />
      )}
      {near.slice(2).map(({ name, href, icon }) => (
        <NavLink key={name} href={href} icon={icon} label={t(`places.${name}`)} layout="bottom" />
      ))}
      <button
        type="button"
        onClick={() => setOpenAt(pathname)}
        aria-haspopup="dialog"
        className="flex h-14 min-w-0 flex-auto flex-col items-center justify-center gap-1 text-muted text-xs focus-visible:outline-offset-[-2px]"
      >
        <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-5" />
        {t('more')}
      </button>
      <MoreSheet
        context={context}
        actions={actions}
        places={places.filter(({ name }) => !NEAREST.includes(name))}
        open={openAt === pathname}
        onOpenChange={(isOpen) => setOpenAt(isOpen ? pathname : null)}
      />
    </nav>
  )
}
