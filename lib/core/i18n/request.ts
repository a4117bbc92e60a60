import { getRequestConfig } from 'next-intl/server'
import { currentLocale, offeredLocales } from '@/lib/core/i18n/current-locale'
import { toLocale } from '@/lib/core/i18n/locales'
import { loadMessages } from '@/lib/core/i18n/messages'

/** next-intl's configuration of a request. Times are formatted by lib/core/dates in the company's zone, not by this default. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = toLocale(asked, await offeredLocales()) ?? (await currentLocale())
  return { locale, messages: await loadMessages(locale), timeZone: 'Europe/Zurich' }
})
