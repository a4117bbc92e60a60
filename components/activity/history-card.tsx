import { useTranslations } from 'next-intl'
import { ActivityList } from '@/components/activity/activity-list'
import { Card } from '@/components/ui/card'
import type { ActivityEntry } from '@/lib/activity/queries'

type HistoryCardProps = { entries: ActivityEntry[]; timeZone: string; currency: string }

/** The trail of one record, on that record's page; times in the company's zone, amounts in its currency. */
export function HistoryCard(props: HistoryCardProps) {
  const t = useTranslations('activity.record')
  return (
    <Card title={t('title')} flush>
      <ActivityList {...props} empty={t('none')} />
    </Card>
  )
}
