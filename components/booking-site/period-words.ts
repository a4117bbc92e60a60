import { type DayWords, dayWords } from '@/components/ui/dates/words'

type Label = 'pickupDate' | 'pickupTime' | 'returnDate' | 'returnTime'
export type PeriodWords = DayWords & Record<Label, string>

/** What the fields of a period say, from the messages under `booking-site.search` and `ui.calendar`. */
export function periodWords(
  t: (key: Label) => string,
  calendar: (key: keyof DayWords) => string,
): PeriodWords {
  return {
    pickupDate: t('pickupDate'),
    pickupTime: t('pickupTime'),
    returnDate: t('returnDate'),
    returnTime: t('returnTime'),
    ...dayWords(calendar),
  }
}
