const LANGUAGE_TAGS: Record<string, string> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-GB' }

/** The tag whose number and date habits belong to a language here. */
export function languageTag(locale: string): string {
  return LANGUAGE_TAGS[locale] ?? 'de-CH'
}
