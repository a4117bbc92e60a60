import { CalendarCheck } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { PlanShortage } from '@/components/companies/plan-shortage'
import { DayTasks } from '@/components/dashboard/day-tasks'
import { DoneToday } from '@/components/dashboard/done-today'
import { MonthFigures } from '@/components/dashboard/month-figures'
import { SetupSteps } from '@/components/dashboard/setup-steps'
import { DueSoon } from '@/components/fleet/maintenance/due-soon'
import { WaitingMessages } from '@/components/messages/waiting-messages'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listShortages } from '@/lib/companies/plan'
import { formatDate, formatDay, localDateOf, shiftDate } from '@/lib/core/dates'
import { byDay, getDay, isOtherDay } from '@/lib/dashboard/day'
import { getFigures } from '@/lib/dashboard/figures'
import { listDueSoon } from '@/lib/fleet/maintenance/queries'
import { countUnread } from '@/lib/messages/conversation'
import { countDeadLetters } from '@/lib/messages/dead-letters'

export const generateMetadata = pageTitle('dashboard')

/** What must happen today, in the order of time, and how the month goes. */
export default async function TodayPage() {
  const ctx = await pageContext('reservations.see')
  const [t, { tasks, done, hasFleet, setup }, due, figures, shortages, unread, failed] = await Promise.all([
    getTranslations('dashboard'),
    getDay(ctx),
    listDueSoon(ctx),
    getFigures(ctx),
    listShortages(ctx),
    countUnread(ctx),
    ctx.can('reservations.edit') ? countDeadLetters(ctx) : 0,
  ])
  const rents = ctx.company.lines.includes('rentals')
  const isFirst = rents && !hasFleet
  const unplanned = due.filter(({ plannedAt }) => plannedAt === null)
  const { today, tomorrow } = byDay(ctx, tasks)
  const shown = {
    timeZone: ctx.timeZone,
    currency: ctx.company.currency,
    isOtherDay: (at: string) => isOtherDay(ctx, at),
  }
  const day = formatDate(ctx.now(), { timeZone: ctx.timeZone, locale: ctx.locale })
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHeader title={t('title')} description={day} />
      <PlanShortage shortages={shortages} />
      {setup && <SetupSteps steps={setup} />}
      <WaitingMessages unread={unread} failed={failed} />
      <DayTasks {...shown} title={tomorrow.length > 0 ? t('title') : null} tasks={today} />
      <DayTasks
        {...shown}
        title={t('tomorrow', {
          day: formatDay(shiftDate(localDateOf(ctx.now(), ctx.timeZone), 1), ctx.locale),
        })}
        tasks={tomorrow}
      />
      {tasks.length === 0 && !setup && unread + failed === 0 && (
        <EmptyState
          picture={<CalendarCheck aria-hidden="true" />}
          title={t(isFirst ? 'first.title' : 'empty.title')}
          className="rounded-lg border bg-surface"
          actions={
            isFirst &&
            ctx.can('fleet.edit') && (
              <Button asChild variant="primary">
                <Link href="/dashboard/fleet/import">{t('first.action')}</Link>
              </Button>
            )
          }
        >
          {t(isFirst ? 'first.text' : rents ? 'empty.text' : 'empty.others')}
        </EmptyState>
      )}
      {done.length > 0 && <DoneToday done={done} timeZone={ctx.timeZone} />}
      {unplanned.length > 0 && <DueSoon items={unplanned} timeZone={ctx.timeZone} />}
      {figures && hasFleet && <MonthFigures figures={figures} currency={ctx.company.currency} />}
    </div>
  )
}
