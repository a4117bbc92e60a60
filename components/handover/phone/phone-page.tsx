'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/handover/phone/go'
import { SyncStatus } from '@/components/handover/phone/sync-status'
import { BottomBar } from '@/components/ui/bottom-bar'
import { IconButton } from '@/components/ui/icon-button'

type PhonePageProps = {
  children: ReactNode
  /** The one thing to do, beneath the thumb. */
  action?: ReactNode
  /** Beside the way back; what is unsent, unless the page is about that. */
  status?: ReactNode
}

/** The frame of a page that the list of handovers leads to: back to it, what is unsent, and what is to be done. */
export function PhonePage({ children, action, status = <SyncStatus /> }: PhonePageProps) {
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
          {status}
        </div>
        {children}
      </div>
      {action && <BottomBar>{action}</BottomBar>}
    </div>
  )
}
