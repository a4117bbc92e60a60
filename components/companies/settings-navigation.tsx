'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useCurrentInSight } from '@/components/dashboard/use-current-in-sight'
import { cn } from '@/components/ui/cn'

/** The sections of the settings by what they are about; each has a page of its name, the first one the address itself. */
const GROUPS = {
  business: ['profile', 'locations', 'members', 'payments', 'plan'],
  rental: ['bookings', 'terms', 'damages'],
  online: ['branding', 'website'],
  customers: ['messages', 'checkin', 'guide', 'customer-fields'],
} as const

type Section = (typeof GROUPS)[keyof typeof GROUPS][number]

/** The sections of the settings: a column beside the page on a desk, a row that scrolls sideways where there is less room. */
export function SettingsNavigation() {
  const t = useTranslations('settings')
  const pathname = usePathname()
  const id = useId()
  const sections = useCurrentInSight<HTMLElement>()
  return (
    <nav
      ref={sections}
      aria-label={t('title')}
      className="-mx-4 flex gap-5 overflow-x-auto border-b px-4 lg:mx-0 lg:px-0 xl:grid xl:content-start xl:gap-5 xl:overflow-visible xl:border-b-0"
    >
      {Object.entries(GROUPS).map(([group, names]) => (
        <div key={group} className="grid shrink-0 xl:gap-1">
          <h2 id={`${id}-${group}`} className="px-2.5 font-normal text-muted text-xs max-xl:hidden">
            {t(`groups.${group as keyof typeof GROUPS}`)}
          </h2>
          <ul aria-labelledby={`${id}-${group}`} className="flex gap-5 xl:grid xl:gap-0.5">
            {names.map((name) => (
              <li key={name} className="shrink-0">
                <SectionLink name={name} isOpen={isWithin(pathname, addressOf(name))}>
                  {t(`${name === 'customer-fields' ? 'customerFields' : name}.title`)}
                </SectionLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function SectionLink({ name, isOpen, children }: { name: Section; isOpen: boolean; children: string }) {
  return (
    <Link
      href={addressOf(name)}
      aria-current={isOpen ? 'page' : undefined}
      className={cn(
        'flex h-10 items-center border-b-2 font-medium text-sm focus-visible:outline-offset-[-2px] xl:h-8 xl:rounded-md xl:border-b-0 xl:px-2.5',
        isOpen
          ? 'border-ink text-ink xl:bg-pressed'
          : 'border-transparent text-muted transition-colors hover:text-ink xl:hover:bg-sunken',
      )}
    >
      {children}
    </Link>
  )
}

const addressOf = (name: Section) =>
  name === 'profile' ? '/dashboard/settings' : `/dashboard/settings/${name}`

/** Whether a page belongs to a section; the first section's address begins all others. */
function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== addressOf('profile') && pathname.startsWith(`${href}/`))
}
