'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'

const SECTIONS = {
  profile: '/dashboard/settings',
  bookings: '/dashboard/settings/bookings',
  locations: '/dashboard/settings/locations',
  damages: '/dashboard/settings/damages',
  customerFields: '/dashboard/settings/customer-fields',
  checkin: '/dashboard/settings/checkin',
  guide: '/dashboard/settings/guide',
  messages: '/dashboard/settings/messages',
  branding: '/dashboard/settings/branding',
  website: '/dashboard/settings/website',
  terms: '/dashboard/settings/terms',
  members: '/dashboard/settings/members',
  plan: '/dashboard/settings/plan',
}

/** The settings' head and its sections; scrolls sideways where they do not fit. */
export function SettingsHeader() {
  const t = useTranslations('settings')
  const pathname = usePathname()
  const sections = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = sections.current?.querySelector(`[href="${pathname}"]`)
    current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  return (
    <div className="grid gap-3">
      <PageHeader title={t('title')} />
      <nav aria-label={t('title')} className="-mx-4 overflow-x-auto border-b px-4 lg:mx-0 lg:px-0">
        <ul ref={sections} className="flex gap-5">
          {Object.entries(SECTIONS).map(([name, href]) => (
            <li key={name} className="shrink-0">
              <Link
                href={href}
                aria-current={isWithin(pathname, href) ? 'page' : undefined}
                className={cn(
                  'flex h-10 items-center border-b-2 font-medium text-sm focus-visible:outline-offset-[-2px]',
                  isWithin(pathname, href)
                    ? 'border-ink text-ink'
                    : 'border-transparent text-muted transition-colors hover:text-ink',
                )}
              >
                {t(`${name}.title`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** Whether a page belongs to a section; the first section's address begins all others. */
function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== SECTIONS.profile && pathname.startsWith(`${href}/`))
}
