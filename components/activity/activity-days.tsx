import { useLocale, useTranslations } from 'next-intl'
import { ActivityList } from '@/components/activity/activity-list'
import { Card } from '@/components/ui/card'
import type { ActivityEntry } from '@/lib/activity/queries'
import { formatDate, localDateOf, startOfLocalDay } from '@/lib/core/dates'

type ActivityDaysProps = { entries: ActivityEntry[]; timeZone: string; currency: string; now: Date }

/** The trail under the days on which things happened, newest first. */
export function ActivityDays({ entries, timeZone, currency, now }: ActivityDaysProps) {
  const t = useTranslations('activity')
  const locale = useLocale()
  const byDay = Map.groupBy(entries, ({ at }) => localDateOf(new Date(at), timeZone))
  const words: Record<string, string> = {
    [localDateOf(now, timeZone)]: t('today'),
    [localDateOf(startOfLocalDay(now, timeZone, -1), timeZone)]: t('yesterday'),
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {[...byDay].map(([day, ofDay]) => {
        const at = new Date(ofDay[0]?.at ?? now)
        return (
          <Card key={day} title={words[day] ?? formatDate(at, { timeZone, locale })} flush>
            <ActivityList
              entries={ofDay}
              {...{ timeZone, currency }}
              empty={t('empty')}
              show="time"
              withRecords
            />
          </Card>
        )
      })}
    </div>
  )
}
