'use client'

import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { isWithin } from '@/components/shell/navigation'
import { cn } from '@/components/ui/cn'

type NavLinkProps = {
  href: string
  label: string
  icon: LucideIcon
  layout: 'side' | 'bottom'
  /** What waits there. */
  children?: ReactNode
}

const layouts = {
  side: 'h-(--control-height-small) gap-2.5 rounded px-2 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-ink',
  bottom:
    'relative h-14 min-w-0 flex-auto flex-col justify-center gap-1 text-muted text-xs aria-[current]:font-medium aria-[current]:text-ink',
}

/** A link of the navigation; knows whether it leads to where one is. */
export function NavLink({ href, label, icon: Icon, layout, children }: NavLinkProps) {
  const pathname = usePathname()
  return (
    <Link
      href={href}
      aria-current={isWithin(href, pathname) ? 'page' : undefined}
      className={cn(
        'group flex items-center transition-colors focus-visible:outline-offset-[-2px]',
        layouts[layout],
      )}
    >
      <Icon
        aria-hidden="true"
        strokeWidth={1.75}
        className={cn('shrink-0', layout === 'side' ? 'size-4' : 'size-5')}
      />
      <span className="max-w-full truncate">{label}</span>
      {children}
    </Link>
  )
}
