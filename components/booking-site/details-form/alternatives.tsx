import { useEffect, useRef } from 'react'
import type { Alternative } from '@/components/booking-site/details-form/send-booking'
import type { DetailsWords } from '@/components/booking-site/details-form/words'
import { SiteLink } from '@/components/booking-site/site-link'
import { formatMoney } from '@/lib/core/money'

type AlternativesProps = { alternatives: Alternative[]; currency: string; query: string; words: DetailsWords }

/** Somebody was faster: other vehicles for the same time, one tap away, with nothing to enter again. */
export function Alternatives({ alternatives, currency, query, words }: AlternativesProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      className="grid gap-3 rounded-lg border border-maintenance/50 bg-maintenance-soft p-4 text-maintenance-text"
    >
      <h2 className="font-semibold text-lg">{words.goneTitle}</h2>
      <p>{alternatives.length > 0 ? words.goneText : words.goneNone}</p>
      <ul className="grid gap-2 text-ink">
        {alternatives.map(({ vehicleId, make, model, totalRappen }) => (
          <li key={vehicleId}>
            <SiteLink
              href={`/book/${vehicleId}/details?${query}`}
              className="flex min-h-12 items-center justify-between gap-4 rounded border border-line-strong bg-surface px-4 hover:border-accent-line"
            >
              <span className="font-medium">{`${make} ${model}`}</span>
              <span className="tabular shrink-0">{formatMoney(totalRappen, currency)}</span>
            </SiteLink>
          </li>
        ))}
      </ul>
      <SiteLink
        href={`/search?${query}`}
        className="inline-flex h-11 items-center underline underline-offset-4"
      >
        {words.searchAgain}
      </SiteLink>
    </section>
  )
}
