import { Line } from '@/components/booking-site/details-form/line'
import type { DetailsField, DetailsWords } from '@/components/booking-site/details-form/words'
import { LICENCE_CATEGORIES } from '@/lib/booking-site/licence'

type LicenceFieldsProps = {
  /** What the vehicle's class demands: a category, and how many years it must have been held. */
  demand: { category: string; years: number }
  /** The day of the return. */
  validUntil: string
  words: DetailsWords
  /** The last day on which it may have been issued. */
  heldSince: string
  errors: Record<string, string>
}

/** What the driver may drive, asked before anything is paid. How long it has been held only where that matters. */
export function LicenceFields({ demand, validUntil, heldSince, words, errors }: LicenceFieldsProps) {
  const about = (field: DetailsField) => ({ name: field, label: words.labels[field], error: errors[field] })
  const choices = [demand.category, ...LICENCE_CATEGORIES.filter((category) => category !== demand.category)]
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-semibold text-base">{words.licence}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Line {...about('licence.category')} help={words.licenceHelp}>
          {({ className, ...control }) => (
            <span className="relative flex w-full items-center">
              <select
                {...control}
                required
                defaultValue=""
                className={`${className} cursor-pointer appearance-none`}
              >
                <option value="" disabled>
                  {words.choose}
                </option>
                {choices.map((category) => (
                  <option key={category}>{category}</option>
                ))}
              </select>
              <span className="icon icon-chevron-down pointer-events-none absolute right-2.5 size-4 text-muted" />
            </span>
          )}
        </Line>
        {demand.years > 0 && (
          <Line {...about('licence.since')} help={words.sinceHelp}>
            {(control) => <input {...control} type="date" required min="1950-01-01" max={heldSince} />}
          </Line>
        )}
        <Line {...about('licence.expiresOn')} help={words.expiresOnHelp}>
          {(control) => <input {...control} type="date" min={validUntil} max="2199-12-31" />}
        </Line>
      </div>
    </fieldset>
  )
}
