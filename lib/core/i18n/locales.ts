/** Languages with a complete set of messages, and the one used when nothing else is known. */
export const LOCALES = ['de', 'en'] as const
/** Languages of a company's site; those that are not complete have the messages a site needs. */
export const SITE_LOCALES = ['de', 'fr', 'it', 'en'] as const
export type Locale = (typeof SITE_LOCALES)[number]
/** A language the app itself speaks. */
export type AppLocale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: AppLocale = 'de'
export const LOCALE_COOKIE = 'locale'

/** The language a tag such as `de-CH` belongs to, among those that are offered. */
export function toLocale(tag: string | null | undefined): AppLocale | undefined
export function toLocale(tag: string | null | undefined, offered: readonly Locale[]): Locale | undefined
export function toLocale(
  tag: string | null | undefined,
  offered: readonly Locale[] = LOCALES,
): Locale | undefined {
  const language = tag?.trim().toLowerCase().split('-')[0]
  return offered.find((locale) => locale === language)
}

/** The first supported language of an Accept-Language header, by the weights it gives. */
export function localeFromHeader(
  header: string | null,
  offered: readonly Locale[] = LOCALES,
): Locale | undefined {
  return (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { locale: toLocale(tag, offered), weight: weight ? Number(weight.split('=')[1]) || 0 : 1 }
    })
    .filter(({ locale, weight }) => locale && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.locale
}
