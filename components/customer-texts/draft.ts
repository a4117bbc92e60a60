export const LANGUAGES = ['de', 'fr', 'it', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** What every text for customers has while it is being written: names by language, and for which categories it is. */
export type Written = {
  id?: string
  names: Record<string, string>
  /** None: for all. */
  categoryIds: string[]
  active: boolean
}

/** A key nobody has: what is kept by it stays when the words change. */
export function newKey(start: string): string {
  return `${start}${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
}

/** The items with one moved by a place. */
export function moved<T>(items: T[], index: number, by: -1 | 1): T[] {
  const next = [...items]
  next.splice(index + by, 0, ...next.splice(index, 1))
  return next
}
