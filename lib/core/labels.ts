/** A name in several languages, as categories and extras carry it: `{ de: 'Kombi', en: 'Estate' }`. */
export type Names = Record<string, string>

/** The name in the reader's language, else German, English, or whatever there is; the database's `label` does the same. */
export function labelOf(names: unknown, locale: string): string {
  const known = (names ?? {}) as Names
  return known[locale] ?? known.de ?? known.en ?? Object.values(known)[0] ?? ''
}
