import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

type StepsThroughTimeProps = {
  previous: { href: string; label: string }
  /** None where the future holds nothing. */
  next?: { href: string; label: string }
  /** The day or month that is shown. */
  children: ReactNode
}

/** A day or month as a heading, with arrows to its neighbours, which stand in the address. */
export function StepsThroughTime({ previous, next, children }: StepsThroughTimeProps) {
  return (
    <div className="flex items-center gap-2">
      <IconButton label={previous.label} asChild>
        <Link href={previous.href} scroll={false}>
          <ChevronLeft />
        </Link>
      </IconButton>
      <h2 className="min-w-36 text-center font-semibold text-base">{children}</h2>
      {next && (
        <IconButton label={next.label} asChild>
          <Link href={next.href} scroll={false}>
            <ChevronRight />
          </Link>
        </IconButton>
      )}
    </div>
  )
}
