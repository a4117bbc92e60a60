import { cookies, headers } from 'next/headers'
import { currentRequest } from '@/lib/core/current-request'
import {
  DEFAULT_LOCALE,
  LOCALE_COOKIE,
  LOCALES,
  type Locale,
  localeFromHeader,
  SITE_LOCALES,
  toLocale,
} from '@/lib/core/i18n/locales'

/** The languages that this request can be answered in: a company's site speaks more of them than the dashboard. */
export async function offeredLocales(): Promise<readonly Locale[]> {
  const { siteSlug } = await currentRequest()
  return siteSlug ? SITE_LOCALES : LOCALES
}

/** The reader's language: chosen before (cookie), else the browser's, else the given one of the company. */
export async function currentLocale(companyLocale?: string): Promise<Locale> {
  const offered = await offeredLocales()
  return (
    toLocale((await cookies()).get(LOCALE_COOKIE)?.value, offered) ??
    localeFromHeader((await headers()).get('accept-language'), offered) ??
    toLocale(companyLocale, offered) ??
    DEFAULT_LOCALE
  )
}
