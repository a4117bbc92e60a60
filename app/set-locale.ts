'use server'

import { cookies } from 'next/headers'
import { offeredLocales } from '@/lib/core/i18n/current-locale'
import { LOCALE_COOKIE, toLocale } from '@/lib/core/i18n/locales'

/** Remembers the language somebody chose, on this host. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = toLocale(String(form.get('locale')), await offeredLocales())
  if (!locale) return
  const year = 365 * 24 * 60 * 60
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, locale, { path: '/', maxAge: year, sameSite: 'lax' })
}
