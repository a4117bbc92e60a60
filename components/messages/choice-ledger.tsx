import { useTranslations } from 'next-intl'
import { ChannelSign } from '@/components/messages/channel'
import { DateTime } from '@/components/ui/date-time'
import type { Conversation } from '@/lib/messages/conversation'

type ChoiceLedgerProps = { choices: Conversation['choices']; timeZone: string }

/** When the customer said STOP and START, on which way and how we know; the last word first. */
export function ChoiceLedger({ choices, timeZone }: ChoiceLedgerProps) {
  const t = useTranslations('messages.choices')
  if (choices.length === 0) return null
  return (
    <details className="rounded-lg border bg-surface text-sm">
      <summary className="cursor-pointer px-3 py-2 text-muted">
        {t('title', { count: choices.length })}
      </summary>
      <ul className="divide-y border-t">
        {choices.map(({ channel, choice, source, at }) => (
          <li key={`${channel}${at}`} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-2">
            <ChannelSign channel={channel} />
            <span className="font-medium">{t(choice)}</span>
            <span className="text-muted">{t(source)}</span>
            <span className="ml-auto text-muted text-xs">
              <DateTime instant={at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
