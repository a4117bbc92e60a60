'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useCurrentInSight } from '@/components/dashboard/use-current-in-sight'
import { cn } from '@/components/ui/cn'

type SectionTabsProps = { label: string; sections: { href: string; label: string }[] }

/** The views of one area, each a page of its own; the one that is open is marked. */
export function SectionTabs({ label, sections }: SectionTabsProps) {
  const pathname = usePathname()
  const row = useCurrentInSight<HTMLUListElement>()
  return (
    <nav aria-label={label} className="min-w-0 border-b">
      <ul ref={row} className="flex gap-5 overflow-x-auto">
        {sections.map((section) => (
          <li key={section.href}>
            <Link
              href={section.href}
              aria-current={pathname === section.href ? 'page' : undefined}
              className={cn(
                'flex h-10 items-center whitespace-nowrap border-b-2 font-medium text-sm focus-visible:outline-offset-[-2px]',
                pathname === section.href
                  ? 'border-ink text-ink'
                  : 'border-transparent text-muted transition-colors hover:text-ink',
              )}
            >
              {section.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
