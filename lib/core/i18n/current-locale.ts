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

/** Pages for customers on the dashboard's host. */
const FOR_CUSTOMERS = /^\/verify(\?|$)/

/** The languages that this request can be answered in: what customers read speaks more of them than the dashboard. */
export async function offeredLocales(): Promise<readonly Locale[]> {
  const { siteSlug } = await currentRequest()
  const path = (await headers()).get('x-path') ?? ''
  return siteSlug || FOR_CUSTOMERS.test(path) ? SITE_LOCALES : LOCALES
}

/** The reader's language: named by the address, else chosen before (cookie), else the browser's, else the given one of the company. */
export async function currentLocale(companyLocale?: string): Promise<Locale> {
  const offered = await offeredLocales()
  return (
    toLocale((await headers()).get('x-language'), offered) ??
    toLocale((await cookies()).get(LOCALE_COOKIE)?.value, offered) ??
    localeFromHeader((await headers()).get('accept-language'), offered) ??
    toLocale(companyLocale, offered) ??
    DEFAULT_LOCALE
  )
}
