'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { offeredLocales } from '@/lib/core/i18n/current-locale'
import { LOCALE_COOKIE, toLocale } from '@/lib/core/i18n/locales'

/** Remembers the language somebody chose, on this host; an address that names another one gives way to the same without. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = toLocale(String(form.get('locale')), await offeredLocales())
  if (!locale) return
  const year = 365 * 24 * 60 * 60
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, locale, { path: '/', maxAge: year, sameSite: 'lax' })
  const here = new URL((await headers()).get('x-path') ?? '/', 'http://here')
  if (!here.searchParams.has('lang')) return
  here.searchParams.delete('lang')
  redirect(`${here.pathname}${here.search}`)
}
