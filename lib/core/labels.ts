/** A name in several languages, as categories and extras carry it: `{ de: 'Kombi', en: 'Estate' }`. */
export type Names = Record<string, string>

/** In which language `labelOf` answers; undefined where there is nothing. */
export function languageOfLabel(names: Names, locale: string): string | undefined {
  return [locale, 'de', 'en', ...Object.keys(names)].find((language) => names[language] !== undefined)
}

/** The name in the reader's language, else German, English, or whatever there is; the database's `label` does the same. */
export function labelOf(names: unknown, locale: string): string {
  const known = (names ?? {}) as Names
  return known[locale] ?? known.de ?? known.en ?? Object.values(known)[0] ?? ''
}
