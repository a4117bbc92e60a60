import { useTranslations } from 'next-intl'
import { LiveForm } from '@/components/booking-site/live-form'
import { SearchFields } from '@/components/booking-site/search-fields'
import { SelectBox } from '@/components/booking-site/select-box'
import { controlStyle } from '@/components/ui/control-style'
import { FUELS, type Search, TRANSMISSIONS } from '@/lib/booking-site/search-state'
import type { Equipment } from '@/lib/core/equipment'

const SEATS = [4, 5, 7, 9]

type FeatureFilterProps = {
  search: Search
  /** What the fleet has of it. */
  equipment: Equipment[]
}

/** What the vehicle must have; every choice is an address like any other. */
export function FeatureFilter({ search, equipment }: FeatureFilterProps) {
  const t = useTranslations('booking-site.vehicle')
  const words = useTranslations('booking-site.results.features')
  const choice = (name: 'seats' | 'transmission' | 'fuel', options: [string | number, string][]) => (
    <SelectBox
      label={words(name)}
      labelHidden
      name={name}
      defaultValue={search[name] ?? ''}
      className="min-w-36 flex-1 sm:max-w-48"
    >
      <option value="">{words(`any_${name}`)}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectBox>
  )
  return (
    <LiveForm live action="/search" className="flex flex-wrap items-end gap-2">
      <SearchFields search={search} without={['seats', 'transmission', 'fuel', 'equipment']} />
      {choice(
        'transmission',
        TRANSMISSIONS.map((value) => [value, t(`transmission.${value}`)]),
      )}
      {choice(
        'seats',
        SEATS.map((count) => [count, words('atLeast', { count })]),
      )}
      {choice(
        'fuel',
        FUELS.map((value) => [value, t(`fuel.${value}`)]),
      )}
      {equipment.length > 0 && (
        <details
          open={Boolean(search.equipment)}
          className="group/equipment min-w-36 flex-1 open:w-full open:flex-none sm:max-w-48 sm:open:max-w-none"
        >
          <summary
            className={`${controlStyle} flex h-(--control-height) cursor-pointer list-none items-center justify-between gap-2 px-3 sm:max-w-48 [&::-webkit-details-marker]:hidden`}
          >
            {words('equipment')}
            <span className="icon icon-chevron-down size-4 text-muted group-open/equipment:rotate-180" />
          </summary>
          <fieldset className="flex flex-wrap gap-2 pt-2">
            <legend className="sr-only">{words('equipment')}</legend>
            {equipment.map((piece) => (
              <label
                key={piece}
                className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-3.5 text-sm hover:border-accent-line has-checked:border-accent-line has-checked:bg-accent-soft"
              >
                <input
                  type="checkbox"
                  name="equipment"
                  value={piece}
                  defaultChecked={search.equipment?.includes(piece)}
                  className="size-4 accent-(--accent)"
                />
                {t(`equipment.${piece}`)}
              </label>
            ))}
          </fieldset>
        </details>
      )}
      <noscript>
        <button type="submit" className="h-11 text-accent-text underline">
          {words('apply')}
        </button>
      </noscript>
    </LiveForm>
  )
}
