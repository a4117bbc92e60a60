import { useTranslations } from 'next-intl'
import { LiveForm } from '@/components/booking-site/live-form'
import { SearchFields } from '@/components/booking-site/search-fields'
import { SelectBox } from '@/components/booking-site/select-box'
import { FUELS, type Search, TRANSMISSIONS } from '@/lib/booking-site/search-state'

const SEATS = [4, 5, 7, 9]

/** What the vehicle must have; every choice is an address like any other. */
export function FeatureFilter({ search }: { search: Search }) {
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
      <SearchFields search={search} without={['seats', 'transmission', 'fuel']} />
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
      <noscript>
        <button type="submit" className="h-11 text-accent-text underline">
          {words('apply')}
        </button>
      </noscript>
    </LiveForm>
  )
}
