'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

const SECTIONS = { all: '/dashboard/reservations', waiting: '/dashboard/reservations/waiting' }

/** What is promised, and who still waits for something to be. */
export function ReservationSections() {
  const t = useTranslations('reservations')
  const pathname = usePathname()
  return (
    <nav aria-label={t('title')} className="border-b">
      <ul className="flex gap-5">
        {Object.entries(SECTIONS).map(([name, href]) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className={cn(
                'flex h-10 items-center border-b-2 font-medium text-sm focus-visible:outline-offset-[-2px]',
                pathname === href
                  ? 'border-ink text-ink'
                  : 'border-transparent text-muted transition-colors hover:text-ink',
              )}
            >
              {t(`sections.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
