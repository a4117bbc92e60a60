import { useTranslations } from 'next-intl'
import { readConversationAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { AnswerForm } from '@/components/messages/answer-form'
import { ConversationList } from '@/components/messages/conversation-list'
import { Card } from '@/components/ui/card'
import type { Conversation } from '@/lib/messages/conversation'

type ConversationCardProps = {
  reservationId: string
  messages: Conversation
  timeZone: string
  canAnswer: boolean
}

/** What the customer wrote in the portal, and the answer. */
export function ConversationCard({ reservationId, messages, timeZone, canAnswer }: ConversationCardProps) {
  const t = useTranslations('messages')
  const isUnread = messages.some(({ direction, isRead }) => direction === 'in' && !isRead)
  if (messages.length === 0 && !canAnswer) return null
  return (
    <Card
      title={t('conversation')}
      actions={
        isUnread &&
        canAnswer && (
          <ActionButton size="sm" action={readConversationAction} input={{ reservationId }}>
            {t('markRead')}
          </ActionButton>
        )
      }
    >
      <div className="grid gap-4 text-sm">
        {messages.length === 0 ? (
          <p className="text-muted">{t('nothing')}</p>
        ) : (
          <ConversationList messages={messages} timeZone={timeZone} own="out" />
        )}
        {canAnswer && <AnswerForm reservationId={reservationId} />}
      </div>
    </Card>
  )
}
