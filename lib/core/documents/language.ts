/** Languages a document can be written in; the customer's decides. */
export const DOCUMENT_LANGUAGES = ['de', 'fr', 'it', 'en'] as const
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number]

export function toDocumentLanguage(tag: string | null | undefined): DocumentLanguage {
  return DOCUMENT_LANGUAGES.find((language) => language === tag) ?? 'de'
}
