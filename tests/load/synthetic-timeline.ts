import { randomUUID } from 'node:crypto'
import type { TimelineAnswer } from '../../lib/timeline/answer.ts'

const DAY_MINUTES = 1_440

/** The answer of a fleet that is rented two thirds of the time for three months, about 22 rentals a vehicle. */
export function syntheticTimeline(vehicles: number): TimelineAnswer {
  const categories = Array.from(
    { length: 8 },
    (_, nth) => [randomUUID(), { de: `Kategorie ${nth + 1}` }] as [string, Record<string, string>],
  )
  const locations = Array.from(
    { length: 3 },
    (_, nth) => [randomUUID(), `Standort ${nth + 1}`] as [string, string],
  )
  const lines = Array.from({ length: vehicles }, (_, line) =>
    Array.from({ length: 22 }, (_, nth) => ({
      start: nth * 4 * DAY_MINUTES + 420 + ((line * 7 + nth * 3) % 12) * 60,
      lasts: 1_200 + ((line * 7 + nth * 13) % 60) * 60,
      number: `2026-${String(20_000 + line * 22 + nth).padStart(5, '0')}`,
      customer: 1 + ((line * 31 + nth * 97) % 500),
    })),
  )
  return {
    from: new Date(Date.now() - 21 * DAY_MINUTES * 60_000).toISOString(),
    version: 'large',
    categories,
    locations,
    vehicles: lines.map((_, line) => [
      randomUUID(),
      `BE ${100_000 + line}`,
      'VW Golf 1.5 eTSI',
      categories[Math.floor(line / (vehicles / 8))]?.[0] ?? '',
      locations[line % 3]?.[0] ?? '',
      line % 4 === 0 ? ['tow_bar' as const] : [],
    ]),
    customers: Array.from({ length: 500 }, (_, nth) => `Kundin Beispiel ${nth + 1}`),
    s: lines.map((line) => line.map(({ start }) => start)),
    d: lines.map((line) => line.map(({ lasts }) => lasts)),
    k: lines.map((line) => line.map((_, nth) => (nth < 5 ? 'd' : nth === 5 ? 'a' : 'c')).join('')),
    n: lines.map((line) => line.map(({ number }) => number)),
    c: lines.map((line) => line.map(({ customer }) => customer)),
    r: lines.map((line) => line.map(() => 1)),
  }
}
