import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { EmptyFleet } from '@/components/fleet/empty-fleet'
import { TimelineBoard } from '@/components/timeline/timeline-board'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { getTimeline } from '@/lib/timeline/queries'
import { TimelineView } from '@/lib/timeline/schema'

export const generateMetadata = pageTitle('timeline')

type TimelinePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which vehicle is where when. */
export default async function TimelinePage({ searchParams }: TimelinePageProps) {
  const ctx = await pageContext('reservations.see')
  const view = TimelineView.parse(await searchParams)
  const at = view.at ?? localDateOf(ctx.now(), ctx.timeZone)
  const [t, answer] = await Promise.all([getTranslations('timeline'), getTimeline(ctx, at)])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <PageHeader title={t('title')} />
      {answer.vehicles.length === 0 ? (
        <EmptyFleet canEdit={ctx.can('fleet.edit')} />
      ) : (
        <TimelineBoard
          first={{ at, answer }}
          view={view}
          now={ctx.now().getTime()}
          timeZone={ctx.timeZone}
          canEdit={ctx.can('reservations.edit')}
          canCreate={ctx.can('reservations.create')}
        />
      )}
    </div>
  )
}
