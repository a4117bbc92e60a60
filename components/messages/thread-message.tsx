import { useTranslations } from 'next-intl'
import { ChannelSign } from '@/components/messages/channel'
import { MessageFiles } from '@/components/messages/message-files'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import type { Message } from '@/lib/messages/conversation'
import { reasonOf } from '@/lib/messages/dead-letters'

type ThreadMessageProps = {
  message: Message
  timeZone: string
  /** Where its files are opened; nobody who may not answer opens them. */
  filesAt: string | null
}

/** A message of a conversation; ours on the right, what a machine sent folded to one line. */
export function ThreadMessage({ message, timeZone, filesAt }: ThreadMessageProps) {
  const t = useTranslations('messages')
  const { direction, template, body, subject } = message
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
          {subject && (
            <p dir="auto" className="wrap-anywhere font-medium">
              {subject}
            </p>
          )}
          {body && (
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              {body}
            </p>
          )}
          <MessageFiles files={message.files} base={filesAt} />
        </div>
      ) : (
        <details className="min-w-0 rounded-lg border border-dashed bg-surface px-3 py-2">
          <summary className="cursor-pointer wrap-anywhere text-muted">
            {subject ?? body.split('\n')[0]?.slice(0, 80)}
          </summary>
          <p className="mt-2 whitespace-pre-line wrap-anywhere">{body}</p>
        </details>
      )}
      <Facts message={message} timeZone={timeZone} />
    </li>
  )
}

/** On which way, when, by whom, and what became of it. */
function Facts({ message, timeZone }: Omit<ThreadMessageProps, 'filesAt'>) {
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
          {t(`states.${status}`)}
          {status === 'failed' && error && `: ${whyOf(error, t)}`}
        </span>
      )}
    </span>
  )
}

/** Why it did not arrive, in words where there are any. */
function whyOf(error: string, t: ReturnType<typeof useTranslations<'messages'>>): string {
  if (t.has(`errors.${error}`)) return t(`errors.${error}`)
  const reason = reasonOf(error)
  return reason === 'other' ? error : t(`failed.reasons.${reason}`)
}
