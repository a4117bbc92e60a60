'use client'

import { ArrowLeft, Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/handover/phone/go'
import { SyncStatus } from '@/components/handover/phone/sync-status'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'

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
  const t = useTranslations('handover')
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
      <div className="grid flex-1 content-start gap-5 px-4 pt-2 pb-6">
        <div className="flex items-center justify-between gap-3">
          <IconButton label={t('back')} asChild className="-ml-3 size-12">
            <PhoneLink href="/handover">
              <ArrowLeft />
            </PhoneLink>
          </IconButton>
          <SyncStatus />
        </div>
        <div className="grid justify-items-center gap-3 py-4 text-center">
          <Ban aria-hidden="true" className="size-12 text-muted" strokeWidth={1.5} />
          <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
          <p className="max-w-sm text-pretty break-words text-muted">{text}</p>
        </div>
        {children}
      </div>
      <BottomBar>
        <Button asChild variant="primary" size="xl">
          {next.href.startsWith('/handover') ? (
            <PhoneLink href={next.href}>{next.label}</PhoneLink>
          ) : (
            <a href={next.href}>{next.label}</a>
          )}
        </Button>
      </BottomBar>
    </div>
  )
}
