'use client'

import { Ban } from 'lucide-react'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/handover/phone/go'
import { PhonePage } from '@/components/handover/phone/phone-page'
import { Button } from '@/components/ui/button'

type HandoverRefusedProps = {
  title: ReactNode
  /** Why, and what has to happen first. */
  text: ReactNode
  /** Which vehicle, with whom. */
  children?: ReactNode
  /** The way on; the arrow at the top leads back to the list. */
  next: { href: string; label: string }
}

/** A handover that cannot take place: the reason in words, what it is about, and where to go on. */
export function HandoverRefused({ title, text, children, next }: HandoverRefusedProps) {
  return (
    <PhonePage
      action={
        <Button asChild variant="primary" size="xl">
          {next.href.startsWith('/handover') ? (
            <PhoneLink href={next.href}>{next.label}</PhoneLink>
          ) : (
            <a href={next.href}>{next.label}</a>
          )}
        </Button>
      }
    >
      <div className="grid justify-items-center gap-3 py-4 text-center">
        <Ban aria-hidden="true" className="size-12 text-muted" strokeWidth={1.5} />
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="max-w-sm text-pretty text-muted">{text}</p>
      </div>
      {children}
    </PhonePage>
  )
}
