import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { EmptyFleet } from '@/components/fleet/empty-fleet'
import { TimelineGrid } from '@/components/timeline/timeline-grid'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { TimelineSteps } from '@/components/timeline/timeline-steps'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { labelOf } from '@/lib/core/labels'
import { listCategories } from '@/lib/fleet/queries/catalogue'
import { listTimelineBlocks } from '@/lib/reservations/queries/timeline'
import { listTimelineGroups } from '@/lib/timeline/queries'
import { spanOf } from '@/lib/timeline/rules'
import { TimelineView } from '@/lib/timeline/schema'

export const generateMetadata = pageTitle('timeline')

type TimelinePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which vehicle is where when. */
export default async function TimelinePage({ searchParams }: TimelinePageProps) {
  const ctx = await pageContext('reservations.see')
  const view = TimelineView.parse(await searchParams)
  const span = spanOf(view, ctx.now(), ctx.timeZone)
  const [from, to] = [span.days[0]?.startsAt ?? ctx.now(), span.days.at(-1)?.endsAt ?? ctx.now()]
  const [t, groups, blocks, categories] = await Promise.all([
    getTranslations('timeline'),
    listTimelineGroups(ctx, view.category),
    listTimelineBlocks(ctx, from, to),
    listCategories(ctx),
  ])
  const filters = [
    {
      key: 'category',
      label: t('category'),
      options: categories.map(({ id, names }) => ({ value: id, label: labelOf(names, ctx.locale) })),
    },
  ]
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        actions={<TimelineSteps view={view} span={span} timeZone={ctx.timeZone} />}
      />
      {groups.length === 0 && view.category.length === 0 ? (
        <EmptyFleet canEdit={ctx.can('fleet.edit')} />
      ) : (
        <>
          <Toolbar filters={filters}>
            <TimelineLegend />
          </Toolbar>
          <TimelineGrid
            groups={groups}
            blocks={blocks}
            days={span.days}
            zoom={view.zoom}
            now={ctx.now()}
            timeZone={ctx.timeZone}
          />
        </>
      )}
    </div>
  )
}
