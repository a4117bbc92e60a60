import { useEffect, useRef } from 'react'
import type { BookingReply } from '@/components/booking-site/details-form/send-booking'
import type { DetailsField, DetailsWords } from '@/components/booking-site/details-form/words'
import { fieldId } from '@/components/ui/field-id'

type RefusalProps = {
  reply: Extract<BookingReply, { kind: 'refused' | 'offline' }>
  /** Names of the fields that were wrong then and still are. */
  still: string[]
  words: DetailsWords
}

/** Why the booking was not taken, each wrong field a link to it. Takes the focus when it appears. */
export function Refusal({ reply, still, words }: RefusalProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every refusal is news, also one that reads the same.
  useEffect(() => box.current?.focus(), [reply])
  const { message, fields, requestId } =
    reply.kind === 'refused' ? reply : { message: words.offline, fields: {}, requestId: '' }
  const problems = Object.entries(fields).filter(([name]) => still.includes(name))
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="grid gap-1 rounded border border-overdue/40 bg-overdue-soft px-3 py-2.5 text-overdue-text text-sm"
    >
      <p className="font-medium">{words.problems[problems.length] ?? message}</p>
      {problems.length > 0 && (
        <ul className="grid gap-1">
          {problems.map(([name, problem]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="underline underline-offset-4">
                {[labelOf(name, words), problem].filter(Boolean).join(': ')}
              </a>
            </li>
          ))}
        </ul>
      )}
      {problems.length === 0 && requestId && <p className="text-xs">{`${words.requestId} ${requestId}`}</p>}
    </div>
  )
}

function labelOf(name: string, words: DetailsWords): string | undefined {
  return words.labels[name.replace('customer.', '') as DetailsField]
}
