import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { readConversationAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { AnswerForm } from '@/components/messages/answer-form'
import { Assignee } from '@/components/messages/assignee'
import { ChoiceLedger } from '@/components/messages/choice-ledger'
import { LiveThread } from '@/components/messages/live-thread'
import { MessageScroll } from '@/components/messages/message-scroll'
import { ThreadMessage } from '@/components/messages/thread-message'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { type Conversation, unreadOf } from '@/lib/messages/conversation'

type ThreadProps = {
  conversation: Conversation
  members: { userId: string; name: string }[]
  timeZone: string
  canWrite: boolean
}

/** One customer's conversation: what was said, who looks after it, the answer. */
export function Thread({ conversation, members, timeZone, canWrite }: ThreadProps) {
  const t = useTranslations('messages')
  const { customer, messages, reservation, stopped, sharers } = conversation
  const unread = unreadOf(messages)
  const last = messages.at(-1)
  const isBegun = messages.some(({ template }) => template === 'written')
  return (
    <section aria-label={customer.name} className="grid min-w-0 gap-4">
      <PageHeader
        // The list stands beside it, where there is room.
        className="lg:[&>a]:hidden"
        back={{ href: '/dashboard/messages', label: t('title') }}
        title={<Link href={`/dashboard/customers/${customer.id}`}>{customer.name}</Link>}
        actions={
          canWrite && (
            <>
              {unread.length > 0 && (
                <ActionButton
                  size="sm"
                  action={readConversationAction}
                  input={{ customerId: customer.id, messages: unread }}
                >
                  {t('markRead')}
                </ActionButton>
              )}
              {isBegun && (
                <Assignee customerId={customer.id} members={members} assigneeId={conversation.assigneeId} />
              )}
            </>
          )
        }
        description={
          reservation && (
            <TextLink href={`/dashboard/reservations/${reservation.id}`}>
              {t('about', { number: reservation.number })}
            </TextLink>
          )
        }
      />
      <LiveThread isWaiting={messages.some(({ status }) => status === 'queued')} />
      {last ? (
        <MessageScroll
          key={customer.id}
          label={t('course')}
          last={{ id: last.id, isOurs: last.direction === 'out' }}
        >
          <ol className="grid gap-3 text-sm">
            {messages.map((message) => (
              <ThreadMessage key={message.id} message={message} timeZone={timeZone} canWrite={canWrite} />
            ))}
          </ol>
        </MessageScroll>
      ) : (
        <p className="text-muted text-sm">{t('nothing')}</p>
      )}
      {sharers.length > 0 && (
        <Alert>
          <p>
            {t('sharers')}{' '}
            {sharers.map(({ id, name }, place) => (
              <span key={id}>
                {place > 0 && ', '}
                <TextLink href={`/dashboard/messages/${id}`}>{name}</TextLink>
              </span>
            ))}
          </p>
        </Alert>
      )}
      {stopped.length > 0 && (
        <Alert tone="warning">
          {t('stopped', { channels: stopped.map((channel) => t(`channels.${channel}`)).join(', ') })}
        </Alert>
      )}
      {canWrite && (
        <AnswerForm
          key={`${customer.id} answer`}
          customerId={customer.id}
          channels={conversation.channels}
          stopped={stopped}
          smsLeft={conversation.smsLeft}
          unread={unread}
        />
      )}
      <ChoiceLedger choices={conversation.choices} timeZone={timeZone} />
    </section>
  )
}
