'use client'

import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CompanySwitcher } from '@/components/shell/company-switcher'
import { NavLink } from '@/components/shell/nav-link'
import { placesFor } from '@/components/shell/navigation'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { UnreadCount } from '@/components/shell/unread'
import { cn } from '@/components/ui/cn'

type SidebarProps = { context: ShellContext; actions: ShellActions }

/** The dashboard's places by line of business, beside the page. */
export function Sidebar({ context, actions }: SidebarProps) {
  const t = useTranslations('shell')
  return (
    <aside
      data-print="hide"
      className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-1 border-r bg-canvas p-2 lg:flex"
    >
      <CompanySwitcher context={context} switchCompany={actions.switchCompany} />
      <nav
        aria-label={t('navigation')}
        className="mt-2 flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-0.5"
      >
        {placesFor(context).map(({ line, isApart, places }) => (
          <div key={places[0]?.name} className={cn('grid gap-0.5', isApart && 'mt-auto')}>
            {line && <p className="px-2 pb-1 text-faint text-xs">{t(`groups.${line}`)}</p>}
            {places.map(({ name, href, icon }) => (
              <NavLink key={name} href={href} icon={icon} label={t(`places.${name}`)} layout="side">
                {name === 'messages' && <UnreadCount />}
              </NavLink>
            ))}
          </div>
        ))}
      </nav>
      <a
        href={context.company.siteUrl}
        target="_blank"
        rel="noreferrer"
        className="mx-0.5 flex h-(--control-height-small) items-center gap-2.5 rounded px-2 text-muted text-sm hover:bg-sunken hover:text-ink"
      >
        <ExternalLink aria-hidden="true" strokeWidth={1.75} className="size-4" />
        {t('bookingPage')}
      </a>
    </aside>
  )
}
