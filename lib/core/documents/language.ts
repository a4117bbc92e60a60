/** Languages a document can be written in; the customer's decides. */
export const DOCUMENT_LANGUAGES = ['de', 'fr', 'it', 'en'] as const
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number]

export function toDocumentLanguage(tag: string | null | undefined): DocumentLanguage {
  return DOCUMENT_LANGUAGES.find((language) => language === tag) ?? 'de'
}

/** The text in a language, else German, English, or whatever there is: as the database's own label function does. */
export function labelOf(
  names: Record<string, string> | null | undefined,
  language: DocumentLanguage,
): string {
  if (!names) return ''
  return names[language] ?? names.de ?? names.en ?? Object.values(names)[0] ?? ''
}
