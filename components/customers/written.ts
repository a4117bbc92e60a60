/** A calendar day as it is written here: `21.11.2026`. */
export function written(day: string): string {
  return day.split('-').reverse().join('.')
}
