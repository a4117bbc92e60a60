/** What a day field says besides the day; given to it, because a company's site loads no translator. */
export type DayWords = {
  /** What the calendar's button is called. */
  calendar: string
  previousMonth: string
  nextMonth: string
  month: string
  year: string
  /** Why what was typed cannot be; the day follows the last two. */
  invalid: string
  notBefore: string
  notAfter: string
}

/** The words in the reader's language, from the messages under `ui.calendar`. */
export function dayWords(t: (key: keyof DayWords) => string): DayWords {
  return {
    calendar: t('calendar'),
    previousMonth: t('previousMonth'),
    nextMonth: t('nextMonth'),
    month: t('month'),
    year: t('year'),
    invalid: t('invalid'),
    notBefore: t('notBefore'),
    notAfter: t('notAfter'),
  }
}
