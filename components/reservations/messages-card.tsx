import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import { reasonOf } from '@/lib/core/delivery-failure'
import type { SentMessage } from '@/lib/reservations/queries/detail'

/** What somebody should look after. */
const FAILED = ['failed', 'dead', 'no_address', 'no_number', 'stopped']

type MessagesCardProps = { messages: SentMessage[]; timeZone: string }

/** What the customer was told, on which way, and what became of it. */
export function MessagesCard({ messages, timeZone }: MessagesCardProps) {
  const t = useTranslations('reservations')
  return (
    <Card title={t('detail.messages')} flush={messages.length > 0}>
      {messages.length === 0 && <p className="text-muted text-sm">{t('detail.messagesNone')}</p>}
      <ul className="divide-y">
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} timeZone={timeZone} />
        ))}
      </ul>
    </Card>
  )
}

function MessageRow({ message, timeZone }: { message: SentMessage; timeZone: string }) {
  const t = useTranslations('reservations')
  const events = useTranslations('templates.events')
  const channels = useTranslations('messages.channels')
  const why = useTranslations('messages.failed.reasons')
  const { topic, channel, state, error, at, instead } = message
  const event = topic.split('.')[1] ?? ''
  return (
    <li className="grid gap-0.5 px-4 py-2.5 text-sm">
      <span>{events.has(`${event}.name`) ? events(`${event}.name`) : t('messageOther')}</span>
      <span className="text-muted text-xs">
        {channels(channel)},{' '}
        <span className={cn(FAILED.includes(state) && 'text-overdue-text')}>
          {t(`messageStates.${state}`)}
        </span>
        , <DateTime instant={at} timeZone={timeZone} />
      </span>
      {(state === 'failed' || state === 'dead') && error && (
        <span className="wrap-anywhere text-overdue-text text-xs">{why(reasonOf(error), { error })}</span>
      )}
      {instead && (
        <span className="text-muted text-xs">{t('messageInstead', { channel: channels(instead) })}</span>
      )}
    </li>
  )
}
