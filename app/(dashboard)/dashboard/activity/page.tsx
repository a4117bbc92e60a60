import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ActivityDays } from '@/components/activity/activity-days'
import { ActivityPages } from '@/components/activity/activity-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import type { SearchParams } from '@/components/lists/list-address'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listActivity } from '@/lib/activity/queries'
import { ActivityFilters, AREAS } from '@/lib/activity/schema'
import { listMembers } from '@/lib/companies/members'

export const generateMetadata = pageTitle('activity')

/** Who did what and when, in words. */
export default async function ActivityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('reservations.see')
  const search = await searchParams
  const filters = ActivityFilters.parse(search)
  const [t, { entries, next }, members] = await Promise.all([
    getTranslations('activity'),
    listActivity(ctx, filters),
    listMembers(ctx),
  ])
  const isNarrowed = filters.area.length + filters.person.length > 0 || filters.after !== undefined
  const chips = [
    {
      key: 'area',
      label: t('filters.area'),
      options: AREAS.map((value) => ({ value, label: t(`areas.${value}`) })),
    },
    {
      key: 'person',
      label: t('filters.person'),
      options: members.map(({ userId, name }) => ({ value: userId, label: name })),
    },
  ]
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeader title={t('title')} description={t('text')} />
      <Toolbar filters={chips} />
      {entries.length > 0 ? (
        <ActivityDays
          entries={entries}
          timeZone={ctx.timeZone}
          currency={ctx.company.currency}
          now={ctx.now()}
        />
      ) : isNarrowed ? (
        <NothingFound href="/dashboard/activity" />
      ) : (
        <EmptyState title={t('title')} className="rounded-lg border bg-surface">
          {t('empty')}
        </EmptyState>
      )}
      <ActivityPages search={search} next={next} isFirst={filters.after === undefined} />
    </div>
  )
}
