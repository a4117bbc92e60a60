import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import { reasonOf } from '@/lib/core/delivery-failure'
import type { SentMessage } from '@/lib/reservations/queries/detail'

/** What somebody should look after. */
const FAILED = ['failed', 'dead', 'no_address', 'no_number', 'stopped']

type MessagesCardProps = { messages: SentMessage[]; timeZone: string }

/** What the customer was told, and what became of it. */
export function MessagesCard({ messages, timeZone }: MessagesCardProps) {
  const t = useTranslations('reservations')
  const why = useTranslations('messages.failed.reasons')
  return (
    <Card title={t('detail.messages')} flush={messages.length > 0}>
      {messages.length === 0 && <p className="text-muted text-sm">{t('detail.messagesNone')}</p>}
      <ul className="divide-y">
        {messages.map(({ id, topic, state, error, at }) => {
          const name = topic.replace('.', '_')
          return (
            <li key={id} className="grid gap-0.5 px-4 py-2.5 text-sm">
              <span>{t(t.has(`topics.${name}`) ? `topics.${name}` : 'topics.other')}</span>
              <span className="text-muted text-xs">
                <span className={cn(FAILED.includes(state) && 'text-overdue-text')}>
                  {t(`messageStates.${state}`)}
                  {(state === 'failed' || state === 'dead') &&
                    error &&
                    `: ${why(reasonOf(error), { error })}`}
                </span>
                , <DateTime instant={at} timeZone={timeZone} />
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
