/** A day that falls on an ISO weekday (1 Monday), to have its name written: the fifth of January 2026 was a Monday. */
export function weekdayDate(isoWeekday: number): Date {
  return new Date(Date.UTC(2026, 0, 4 + isoWeekday, 12))
}
