import { useLocale, useTranslations } from 'next-intl'
import { LiveForm } from '@/components/booking-site/live-form'
import { PeriodFields } from '@/components/booking-site/period-fields'
import { periodWords } from '@/components/booking-site/period-words'
import { SelectBox } from '@/components/booking-site/select-box'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { Spinner } from '@/components/ui/spinner'

type SearchFormProps = {
  locations: { id: string; name: string }[]
  /** What is chosen, as local times. */
  chosen: { from: string; to: string; locationId?: string; categoryId?: string }
  today: string
  times: string[]
  /** All fields in one row where the screen is wide. */
  wide?: boolean
  /** It stands in a frame on another page, in this language: what is found takes that page's place. */
  embeddedIn?: string
}

/** When and where: a form the browser can send by itself, so the search works before anything has loaded. */
export function SearchForm({ locations, chosen, today, times, wide, embeddedIn }: SearchFormProps) {
  const t = useTranslations('booking-site.search')
  const words = periodWords(t, useTranslations('ui.calendar'))
  const layout = cn(
    'group/form grid gap-3',
    wide && 'lg:grid-cols-[minmax(11rem,0.75fr)_1.3fr_1.3fr_auto] lg:items-end',
  )
  const fields = (
    <>
      {chosen.categoryId && <input type="hidden" name="category" value={chosen.categoryId} />}
      {locations.length > 1 && (
        <SelectBox label={t('location')} name="location" defaultValue={chosen.locationId ?? ''}>
          <option value="">{t('anyLocation')}</option>
          {locations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectBox>
      )}
      <PeriodFields
        from={chosen.from}
        to={chosen.to}
        today={today}
        times={times}
        locale={useLocale()}
        words={words}
        isEmbedded={embeddedIn !== undefined}
      />
      <button
        type="submit"
        className={cn(buttonStyle({ variant: 'primary', size: 'lg' }), 'mt-1 h-12 w-full lg:mt-0')}
      >
        <span className="icon icon-search size-4 group-data-[pending]/form:hidden" />
        <Spinner className="hidden group-data-[pending]/form:block" />
        {t('submit')}
      </button>
    </>
  )
  if (embeddedIn === undefined)
    return (
      <LiveForm action="/search" className={layout}>
        {fields}
      </LiveForm>
    )
  return (
    <form action="/search" target="_top" className={layout}>
      <input type="hidden" name="lang" value={embeddedIn} />
      {fields}
    </form>
  )
}
