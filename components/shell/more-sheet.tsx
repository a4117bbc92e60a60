'use client'

import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CompanySwitcher } from '@/components/shell/company-switcher'
import { NavLink } from '@/components/shell/nav-link'
import type { Place } from '@/components/shell/navigation'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { UnreadCount } from '@/components/shell/unread'
import { Sheet, SheetContent } from '@/components/ui/sheet'

type MoreSheetProps = {
  context: ShellContext
  actions: ShellActions
  places: Place[]
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** What did not fit into the phone's navigation. */
export function MoreSheet({ context, actions, places, open, onOpenChange }: MoreSheetProps) {
  const t = useTranslations('shell')
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent side="bottom" title={t('more')} className="[--control-height-small:3rem]">
        <div className="-mx-2 grid gap-1">
          {places.map(({ name, href, icon }) => (
            <NavLink key={name} href={href} icon={icon} label={t(`places.${name}`)} layout="side">
              {name === 'messages' && <UnreadCount />}
            </NavLink>
          ))}
          <a
            href={context.company.siteUrl}
            target="_blank"
            rel="noreferrer"
            className="flex h-12 items-center gap-2.5 rounded px-2 text-muted text-sm"
          >
            <ExternalLink aria-hidden="true" strokeWidth={1.75} className="size-4" />
            {t('bookingPage')}
          </a>
          <div className="mt-2 border-t pt-2">
            <CompanySwitcher context={context} switchCompany={actions.switchCompany} />
          </div>
        </div>
      </SheetContent>
    </Sheet>
  )
}
