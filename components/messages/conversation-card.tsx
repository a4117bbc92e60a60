import { useTranslations } from 'next-intl'
import { AnswerForm } from '@/components/messages/answer-form'
import { ConversationList } from '@/components/messages/conversation-list'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { type Messages, unreadOf } from '@/lib/messages/conversation'

type ConversationCardProps = {
  reservationId: string
  customerId: string
  messages: Messages
  timeZone: string
  canAnswer: boolean
}

/** What was written about a reservation, and the answer in its portal. */
export function ConversationCard(props: ConversationCardProps) {
  const { reservationId, customerId, messages, timeZone, canAnswer } = props
  const t = useTranslations('messages')
  if (messages.length === 0 && !canAnswer) return null
  return (
    <Card
      title={t('conversation')}
      actions={<TextLink href={`/dashboard/messages/${customerId}`}>{t('everything')}</TextLink>}
    >
      <div className="grid gap-4 text-sm">
        {messages.length === 0 ? (
          <p className="text-muted">{t('nothing')}</p>
        ) : (
          <ConversationList
            messages={messages}
            timeZone={timeZone}
            own="out"
            filesAt={canAnswer ? '/api/message-files' : null}
          />
        )}
        {canAnswer && (
          <AnswerForm
            customerId={customerId}
            reservationId={reservationId}
            channels={['portal']}
            unread={unreadOf(messages)}
          />
        )}
      </div>
    </Card>
  )
}
