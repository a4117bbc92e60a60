import type { BookingReply } from '@/components/booking-site/details-form/send-booking'
import type { CustomerField, DetailsWords } from '@/components/booking-site/details-form/words'
import { FormErrorSummary } from '@/components/ui/form-error-summary'

type RefusalProps = { reply: Extract<BookingReply, { kind: 'refused' | 'offline' }>; words: DetailsWords }

/** Why the booking was not taken, each wrong field a link to it. */
export function Refusal({ reply, words }: RefusalProps) {
  if (reply.kind === 'offline') return <FormErrorSummary error={{ message: words.offline }} />
  const labels = Object.fromEntries(
    Object.keys(words.labels).map((field) => [`customer.${field}`, words.labels[field as CustomerField]]),
  )
  return <FormErrorSummary error={reply} labels={labels} />
}
