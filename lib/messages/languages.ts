/** Languages in which the company writes to its customers. */
export const LANGUAGES = ['de', 'en', 'fr', 'it'] as const
export type Language = (typeof LANGUAGES)[number]
