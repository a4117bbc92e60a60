import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { settleFailedMessageAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ChannelSign } from '@/components/messages/channel'
import { MessageFiles } from '@/components/messages/message-files'
import { MessageText } from '@/components/messages/message-text'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import { hasLeft, reasonOf } from '@/lib/core/delivery-failure'
import { beginningOf } from '@/lib/core/line'
import type { Message } from '@/lib/messages/conversation'

/** So much of a message that a machine sent stands on its fold. */
const LONGEST_LINE = 80

type ThreadMessageProps = {
  message: Message
  timeZone: string
  /** Whether the reader may answer: only then they open its files, and send again what failed. */
  canWrite: boolean
}

/** A message of a conversation; ours on the right, what a machine sent folded to one line. */
export function ThreadMessage({ message, timeZone, canWrite }: ThreadMessageProps) {
  const t = useTranslations('messages')
  const { id, direction, template, body, subject, sender, status } = message
  const isOurs = direction === 'out'
  return (
    <li
      className={cn('grid w-fit max-w-[85%] grid-cols-[minmax(0,auto)] gap-1', isOurs && 'justify-self-end')}
    >
      {template === 'written' ? (
        <div
          className={cn(
            'grid gap-1 rounded-lg border px-3 py-2',
            isOurs ? 'border-accent-line bg-accent-soft' : 'bg-surface',
          )}
        >
          <span className="sr-only">{t(isOurs ? 'you' : 'they')}: </span>
          {sender && (
            <p className="flex items-start gap-1.5 wrap-anywhere text-maintenance-text text-xs">
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
              {t('strangeSender', { sender })}
            </p>
          )}
          {subject && (
            <p dir="auto" className="wrap-anywhere font-medium">
              {subject}
            </p>
          )}
          {body && <MessageText>{body}</MessageText>}
          <MessageFiles files={message.files} base={canWrite ? '/api/message-files' : null} />
        </div>
      ) : (
        <details className="min-w-0 rounded-lg border border-dashed bg-surface px-3 py-2">
          <summary className="cursor-pointer wrap-anywhere text-muted">
            {subject ?? beginningOf(body.trim().split('\n')[0] ?? '', LONGEST_LINE)}
          </summary>
          <MessageText className="mt-2">{body}</MessageText>
        </details>
      )}
      <Facts message={message} timeZone={timeZone} />
      {canWrite && status === 'failed' && !message.isSettled && (
        <ActionButton
          size="sm"
          className="justify-self-end"
          action={settleFailedMessageAction}
          input={{ id, again: true }}
          done={t('sent')}
        >
          {t('failed.retry')}
        </ActionButton>
      )}
    </li>
  )
}

/** On which way, when, by whom, and what became of it. */
function Facts({ message, timeZone }: Omit<ThreadMessageProps, 'canWrite'>) {
  const t = useTranslations('messages')
  const { direction, channel, template, status, error, at, author } = message
  const isOurs = direction === 'out'
  return (
    <span
      className={cn(
        'flex flex-wrap items-center gap-x-2 text-muted text-xs',
        isOurs && 'justify-end text-right',
      )}
    >
      <ChannelSign channel={channel} />
      <DateTime instant={at} timeZone={timeZone} />
      {author && <span>{author}</span>}
      {isOurs && template !== 'written' && <span>{t('automatic')}</span>}
      {isOurs && (
        <span className={cn(status === 'failed' && 'text-overdue-text')}>
          {status === 'failed' && error
            ? `${t(hasLeft(error) ? 'states.failed' : 'states.unsent')}: ${t(`failed.reasons.${reasonOf(error)}`, { error })}`
            : t(`states.${status}`)}
        </span>
      )}
    </span>
  )
}
