import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  settleDeadLetterAction,
  settleFailedMessageAction,
} from '@/app/(dashboard)/dashboard/messages/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { DeadLetter } from '@/lib/messages/dead-letters'

const ACTIONS = { job: settleDeadLetterAction, message: settleFailedMessageAction }

type DeadLetterListProps = { letters: DeadLetter[]; timeZone: string }

/** What could not leave or did not arrive: what it was, to whom, why, and what can be done. */
export function DeadLetterList({ letters, timeZone }: DeadLetterListProps) {
  const t = useTranslations('messages.failed')
  if (letters.length === 0) {
    return (
      <EmptyState
        picture={<MailCheck aria-hidden="true" />}
        title={t('none')}
        className="rounded-lg border bg-surface"
      >
        {t('noneText')}
      </EmptyState>
    )
  }
  return (
    <ul className="divide-y rounded-lg border bg-surface text-sm">
      {letters.map((letter) => (
        <li key={letter.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
          <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
            <p className="font-medium">
              <Topic letter={letter} />
              <Record letter={letter} />
            </p>
            <p className="text-overdue-text">
              {t(`reasons.${letter.reason}`, { error: letter.error ?? '' })}
            </p>
            <p className="text-muted text-xs">
              {letter.recipient && `${t('to', { recipient: letter.recipient })} · `}
              {letter.attempts !== null && `${t('attempts', { count: letter.attempts })} · `}
              <DateTime instant={letter.at} timeZone={timeZone} />
            </p>
          </div>
          <div className="flex gap-2">
            <ActionButton
              size="sm"
              action={ACTIONS[letter.kind]}
              input={{ id: letter.id, again: true }}
              done={t('retried')}
            >
              {t(letter.kind === 'message' ? 'sendAgain' : 'retry')}
            </ActionButton>
            <ActionButton
              size="sm"
              variant="ghost"
              action={ACTIONS[letter.kind]}
              input={{ id: letter.id, again: false }}
              done={t('dismissed')}
            >
              {t('dismiss')}
            </ActionButton>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What was to leave, in the words of the templates, where it is one of theirs. */
function Topic({ letter: { topic, channel } }: { letter: DeadLetter }) {
  const t = useTranslations('messages.failed.topics')
  const own = useTranslations('templates')
  const channels = useTranslations('messages.channels')
  const [way = '', event = ''] = topic.split('.')
  if (own.has(`events.${event}.name`)) {
    return `${own(`events.${event}.name`)} (${channels(channel)})`
  }
  const name = topic.replace('.', '_')
  return t(t.has(name) ? name : way === 'stripe' ? 'stripe' : 'other')
}

const PAGES = {
  reservation: '/dashboard/reservations',
  contract: '/dashboard/contracts',
  invoice: '/dashboard/invoices',
  conversation: '/dashboard/messages',
  waiting: '/dashboard/reservations/waiting',
}

function Record({ letter: { record } }: { letter: DeadLetter }) {
  if (!record) return null
  const name = [record.label, record.customer].filter(Boolean).join(' · ')
  return (
    <>
      {' · '}
      <TextLink href={`${PAGES[record.kind]}/${record.id}`}>{name}</TextLink>
    </>
  )
}
