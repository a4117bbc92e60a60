import { useTranslations } from 'next-intl'
import { AnswerList } from '@/components/checkin/answer-list'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { Checkin } from '@/lib/checkin/schema'

/** The customer's check-in as the desk and the handover read it; nothing where nothing is asked. */
export function CheckinCard({ checkin, timeZone }: { checkin: Checkin | null; timeZone: string }) {
  const t = useTranslations('checkin.card')
  if (!checkin) return null
  const isBegun = Object.keys(checkin.answers).length + checkin.files.length > 0
  const state = checkin.submittedAt ? 'done' : isBegun ? 'begun' : 'open'
  return (
    <Card title={t('title')} actions={<Badge>{t(state)}</Badge>}>
      <div className="grid gap-3 text-sm">
        {checkin.submittedAt && (
          <p className="text-muted">
            {t('submitted')} <DateTime instant={checkin.submittedAt} timeZone={timeZone} />
          </p>
        )}
        {checkin.isChanged && <p className="text-muted">{t('changed')}</p>}
        {isBegun ? (
          <AnswerList checkin={checkin} fileHref={(id) => `/api/checkin-files/${id}`} />
        ) : (
          <p className="text-muted">{t('nothing')}</p>
        )}
      </div>
    </Card>
  )
}
