import type { ReactNode } from 'react'
import { SiteLink } from '@/components/booking-site/site-link'

/** One step back, with everything that was chosen. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <SiteLink
      href={href}
      className="-my-2 inline-flex h-11 items-center gap-1.5 justify-self-start text-muted hover:text-ink"
    >
      <span className="icon icon-arrow-left size-4" />
      {children}
    </SiteLink>
  )
}
