import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChannelSign } from '@/components/messages/channel'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import type { ConversationSummary } from '@/lib/messages/conversation'

type InboxRowProps = { conversation: ConversationSummary; href: string; timeZone: string; isOpen: boolean }

/** A conversation in the list: who, what was said last, what is unread, who looks after it. */
export function InboxRow({ conversation, href, timeZone, isOpen }: InboxRowProps) {
  const t = useTranslations('messages')
  const { customer, body, direction, channel, at, unread, assignee } = conversation
  return (
    <li>
      <Link
        href={href}
        aria-current={isOpen ? 'true' : undefined}
        className="grid gap-0.5 px-4 py-2.5 hover:bg-sunken focus-visible:outline-offset-[-2px] aria-[current]:bg-pressed"
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className={cn('min-w-0 truncate', unread > 0 ? 'font-semibold' : 'font-medium')}>
            {customer}
          </span>
          <span className="shrink-0 text-muted text-xs">
            <DateTime instant={at} timeZone={timeZone} />
          </span>
        </span>
        <span className={cn('line-clamp-2 wrap-anywhere', unread > 0 ? 'text-ink' : 'text-muted')}>
          {direction === 'out' && `${t('you')}: `}
          {body || t('photoSent')}
        </span>
        <span className="flex items-center gap-2 text-muted text-xs">
          <ChannelSign channel={channel} />
          {assignee && <span className="min-w-0 truncate">{assignee}</span>}
          {unread > 0 && (
            <span className="tabular ml-auto rounded-full bg-accent px-1.5 font-medium text-accent-ink">
              {t('unread', { count: unread })}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
