import { cookies, headers } from 'next/headers'
import {
  DEFAULT_LOCALE,
  LOCALE_COOKIE,
  type Locale,
  localeFromHeader,
  toLocale,
} from '@/lib/core/i18n/locales'

/** The reader's language: chosen before (cookie), else the browser's, else the given one of the company. */
export async function currentLocale(companyLocale?: string): Promise<Locale> {
  const chosen = toLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  return (
    chosen ??
    localeFromHeader((await headers()).get('accept-language')) ??
    toLocale(companyLocale) ??
    DEFAULT_LOCALE
  )
}
