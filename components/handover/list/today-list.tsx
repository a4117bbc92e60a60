'use client'

import { ArrowLeft, ClipboardCheck } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { HandoverTask } from '@/components/handover/list/handover-task'
import type { MarkReady } from '@/components/handover/list/ready-button'
import { WashList } from '@/components/handover/list/wash-list'
import { usePhone } from '@/components/handover/phone/phone-context'
import { SyncStatus } from '@/components/handover/phone/sync-status'
import { PhoneWarnings } from '@/components/handover/phone/warnings'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { formatDate, localDateOf } from '@/lib/core/dates'
import { isUnsent } from '@/lib/handover/offline/log'
import { viewOf } from '@/lib/handover/offline/view'

const EVERY_MS = 60_000

/** Today's pickups and returns, what is late first, and the vehicles at the wash. */
export function TodayList({ markReady }: { markReady: MarkReady }) {
  const t = useTranslations('handover')
  const locale = useLocale()
  const { state, store, timeZone } = usePhone()
  useEffect(() => {
    void store.refreshToday()
    const timer = setInterval(() => void store.refreshToday(), EVERY_MS)
    return () => clearInterval(timer)
  }, [store])

  const unsent = new Set(state.steps.filter(isUnsent).map(({ key }) => key))
  const now = new Date(Date.now() + (state.clockOffsetMs ?? 0))
  const tasks = state.handovers
    .filter(({ handover, isToday }) => isToday || unsent.has(handover.key))
    .map(({ handover, savedAt }) => viewOf(handover, state.steps, savedAt))
    .filter(({ isDone, unsent: waiting }) => !isDone || waiting.length > 0)
    .map((view) => ({ view, isLate: Date.parse(view.dueAt) < now.getTime() }))
    .sort((a, b) => Number(b.isLate) - Number(a.isLate) || a.view.dueAt.localeCompare(b.view.dueAt))
  return (
    <div className="mx-auto grid w-full max-w-xl gap-6 px-4 pt-2 pb-8">
      <header className="grid gap-1">
        <div className="flex items-center justify-between gap-3">
          <IconButton label={t('toDashboard')} asChild className="-ml-3 size-12">
            <Link href="/dashboard" prefetch={false}>
              <ArrowLeft />
            </Link>
          </IconButton>
          <SyncStatus />
        </div>
        <h1 className="font-semibold text-2xl tracking-tight">{t('title')}</h1>
        <p className="text-muted">{formatDate(now, { timeZone, locale })}</p>
      </header>
      <PhoneWarnings />
      {tasks.length === 0 && (
        <EmptyState picture={<ClipboardCheck aria-hidden="true" />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {tasks.map(({ view, isLate }) => (
          <HandoverTask
            key={view.key}
            handover={view}
            isLate={isLate}
            timeZone={timeZone}
            showsDay={isLate || localDateOf(new Date(view.dueAt), timeZone) !== localDateOf(now, timeZone)}
          />
        ))}
      </ul>
      <WashList washes={state.washes} markReady={markReady} />
    </div>
  )
}
