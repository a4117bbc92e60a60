'use client'

import { ArrowLeft, ClipboardCheck, Search } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { DaySection } from '@/components/handover/list/day-section'
import type { MarkReady } from '@/components/handover/list/ready-button'
import { daysOf, matches, matchesVehicle, type Task, tasksOf } from '@/components/handover/list/tasks'
import { WashList } from '@/components/handover/list/wash-list'
import { usePhone } from '@/components/handover/phone/phone-context'
import { SyncStatus } from '@/components/handover/phone/sync-status'
import { PhoneWarnings } from '@/components/handover/phone/warnings'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'
import { formatDate } from '@/lib/core/dates'

const TODAY_EVERY_MS = 60_000
const COMING_EVERY_MS = 10 * 60_000

/** Pickups and returns: what is late first, then today's; beside them tomorrow's and those of the days after. From the phone's own memory. */
export function HandoverList({ markReady }: { markReady: MarkReady }) {
  const t = useTranslations('handover')
  const locale = useLocale()
  const { state, store, timeZone } = usePhone()
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    void store.refreshToday()
    void store.refreshComing()
    const today = setInterval(() => void store.refreshToday(), TODAY_EVERY_MS)
    const coming = setInterval(() => void store.refreshComing(), COMING_EVERY_MS)
    return () => {
      clearInterval(today)
      clearInterval(coming)
    }
  }, [store])

  const now = new Date(Date.now() + (state.clockOffsetMs ?? 0))
  const tasks = tasksOf(state, now)
  const days = daysOf(tasks, now, timeZone)
  const found = tasks.filter(({ view }) => matches(view, wanted))
  const washes = state.washes.filter(({ vehicle }) => matchesVehicle(vehicle, wanted))

  return (
    <div className="mx-auto grid w-full max-w-xl gap-5 px-4 pt-2 pb-8">
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
      <search>
        <Input
          type="search"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          prefix={<Search className="size-4" />}
          autoComplete="off"
          enterKeyHint="search"
          className="h-12 pl-10"
        />
      </search>
      {wanted.trim() === '' ? (
        <Tabs defaultValue="today">
          <TabList aria-label={t('list.days')}>
            {(['today', 'tomorrow', 'later'] as const).map((day) => (
              <Tab key={day} value={day} className="h-12 flex-1 text-base">
                {t(`list.${day}`)}{' '}
                <span className="tabular text-muted">{days[day].length > 0 && days[day].length}</span>
              </Tab>
            ))}
          </TabList>
          <TabPanel value="today" className="grid gap-6">
            {days.today.length === 0 && !state.isTodayKnown ? <Waiting /> : <Today tasks={days.today} />}
            <WashList washes={washes} markReady={markReady} />
          </TabPanel>
          <TabPanel value="tomorrow">
            {days.tomorrow.length === 0 && !state.isComingKnown ? (
              <Waiting />
            ) : (
              <Upcoming tasks={days.tomorrow} day="tomorrow" />
            )}
          </TabPanel>
          <TabPanel value="later">
            {days.later.length === 0 && !state.isComingKnown ? (
              <Waiting />
            ) : (
              <Upcoming tasks={days.later} day="later" />
            )}
          </TabPanel>
        </Tabs>
      ) : (
        <>
          <p role="status" className="text-muted text-sm">
            {t('list.found', { count: found.length + washes.length })}
          </p>
          <DaySection tasks={found} showsDay />
          <WashList washes={washes} markReady={markReady} />
        </>
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className="grid gap-3">
      <Skeleton className="h-26 rounded-lg" />
      <Skeleton className="h-26 rounded-lg" />
      <Skeleton className="h-26 rounded-lg" />
    </div>
  )
}

function Today({ tasks }: { tasks: Task[] }) {
  const t = useTranslations('handover')
  const late = tasks.filter(({ isLate }) => isLate)
  const due = tasks.filter(({ isLate }) => !isLate)
  if (tasks.length === 0)
    return (
      <EmptyState picture={<ClipboardCheck aria-hidden="true" />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    )
  return (
    <>
      <DaySection title={t('list.overdue', { count: late.length })} tasks={late} />
      <DaySection title={late.length > 0 ? t('list.due') : undefined} tasks={due} />
    </>
  )
}

function Upcoming({ tasks, day }: { tasks: Task[]; day: 'tomorrow' | 'later' }) {
  const t = useTranslations('handover.list')
  if (tasks.length === 0)
    return (
      <EmptyState picture={<ClipboardCheck aria-hidden="true" />} title={t(`none.${day}`)}>
        {t('none.text')}
      </EmptyState>
    )
  return <DaySection tasks={tasks} showsDay={day === 'later'} />
}
