'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import { HandoverList } from '@/components/handover/list/handover-list'
import type { MarkReady } from '@/components/handover/list/ready-button'
import { OneHandover } from '@/components/handover/one-handover'
import { PhoneProvider, usePhone } from '@/components/handover/phone/phone-context'
import { placeOf } from '@/components/handover/phone/places'
import { UnsentScreen } from '@/components/handover/unsent/unsent-screen'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'

type HandoverAppProps = {
  /** Company and person: what the phone keeps belongs to both. */
  owner: string
  staffName: string
  timeZone: string
  markReady: MarkReady
}

/** The phone's part as a whole. It runs from the phone's own memory, so that all of it works without network. */
export function HandoverApp({ markReady, ...user }: HandoverAppProps) {
  return (
    <Suspense fallback={<Opening />}>
      <PhoneProvider {...user}>
        <Screens markReady={markReady} />
      </PhoneProvider>
    </Suspense>
  )
}

function Screens({ markReady }: { markReady: MarkReady }) {
  const t = useTranslations('handover.phone')
  const place = placeOf(usePathname())
  const { stage } = usePhone().state
  if (stage === 'opening') return <Opening />
  if (stage === 'closed')
    return (
      <EmptyState heading="h1" title={t('closed.title')}>
        {t('closed.text')}
      </EmptyState>
    )
  if (place.screen === 'unsent') return <UnsentScreen />
  if (place.screen === 'list') return <HandoverList markReady={markReady} />
  return <OneHandover key={JSON.stringify(place.ref)} at={place.ref} />
}

function Opening() {
  const t = useTranslations('handover')
  return (
    <div aria-busy="true" className="mx-auto grid w-full max-w-xl gap-4 px-4 pt-16">
      <h1 className="font-semibold text-2xl tracking-tight">{t('title')}</h1>
      <Skeleton className="h-24" />
      <Skeleton className="h-24" />
    </div>
  )
}
