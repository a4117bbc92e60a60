import { MailWarning, MessagesSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RowLink, RowList } from '@/components/ui/row-list'

type WaitingMessagesProps = {
  /** Conversations with something unread, the reader's own or nobody's. */
  unread: number
  /** What could not leave or did not arrive. */
  failed: number
}

/** What waits among the messages, with the way to it; nothing where nothing does. */
export function WaitingMessages({ unread, failed }: WaitingMessagesProps) {
  const t = useTranslations('messages.waiting')
  if (unread === 0 && failed === 0) return null
  return (
    <RowList>
      {unread > 0 && (
        <RowLink
          href="/dashboard/messages?filter=unread"
          lead={<MessagesSquare aria-hidden="true" className="size-4" />}
          title={t('unread', { count: unread })}
        />
      )}
      {failed > 0 && (
        <RowLink
          href="/dashboard/messages/failed"
          lead={<MailWarning aria-hidden="true" className="size-4" />}
          title={t('failed', { count: failed })}
        />
      )}
    </RowList>
  )
}
