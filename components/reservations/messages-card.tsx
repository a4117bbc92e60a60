import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import type { SentMessage } from '@/lib/reservations/queries/detail'

type MessagesCardProps = { messages: SentMessage[]; timeZone: string }

/** What the customer was told, and whether it left. */
export function MessagesCard({ messages, timeZone }: MessagesCardProps) {
  const t = useTranslations('reservations')
  return (
    <Card title={t('detail.messages')} flush={messages.length > 0}>
      {messages.length === 0 && <p className="text-muted text-sm">{t('detail.messagesNone')}</p>}
      <ul className="divide-y">
        {messages.map(({ id, topic, status, at }) => {
          const name = topic.replace('.', '_')
          return (
            <li key={id} className="grid gap-0.5 px-4 py-2.5 text-sm">
              <span>{t(t.has(`topics.${name}`) ? `topics.${name}` : 'topics.other')}</span>
              <span className="text-muted text-xs">
                <span className={cn(status === 'dead' && 'text-overdue-text')}>
                  {t(`messageStates.${status}`)}
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
