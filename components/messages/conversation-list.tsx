import { useTranslations } from 'next-intl'
import { MessageFiles } from '@/components/messages/message-files'
import { MessageText } from '@/components/messages/message-text'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import type { Messages } from '@/lib/messages/conversation'

type ConversationListProps = {
  messages: Messages
  timeZone: string
  /** Whose messages stand on the right: the reader's own. */
  own: 'in' | 'out'
  /** Where their files are opened, if the reader may. */
  filesAt: string | null
}

/** Messages one beneath the other, the reader's own on the right. */
export function ConversationList({ messages, timeZone, own, filesAt }: ConversationListProps) {
  const t = useTranslations('portal.messages')
  return (
    <ol className="grid gap-3">
      {messages.map(({ id, direction, body, at, files }) => (
        <li
          key={id}
          className={cn(
            'grid max-w-[85%] grid-cols-[minmax(0,auto)] gap-1',
            direction === own && 'justify-self-end',
          )}
        >
          <div
            className={cn(
              'grid gap-2 rounded-lg border px-3 py-2',
              direction === own ? 'border-accent-line bg-accent-soft' : 'bg-sunken',
            )}
          >
            <p className={cn(body === '' && 'sr-only')}>
              <span className="sr-only">{t(direction === own ? 'you' : 'they')} </span>
              <MessageText>{body}</MessageText>
            </p>
            <MessageFiles files={files} base={filesAt} />
          </div>
          <span className={cn('text-muted text-xs', direction === own && 'text-right')}>
            <DateTime instant={at} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ol>
  )
}
