/** The first day of the month before that of a day; any later month is not over. */
export function monthBefore(day: string): string {
  return shifted(day, -1)
}

/** The first day of the month after that of a day. */
export function monthAfter(day: string): string {
  return shifted(day, 1)
}

function shifted(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
