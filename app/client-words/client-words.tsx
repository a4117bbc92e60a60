import { getLocale, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Words } from '@/app/client-words/words'
import { DEFAULT_LOCALE, toLocale } from '@/lib/core/i18n/locales'

/**
 * The sentences that client components beneath may use. It stands in the layouts that need it and not at the root: a
 * company's site gets its words from the server, and its visitors do not load a translator.
 */
export async function ClientWords({ children }: { children: ReactNode }) {
  return (
    <Words locale={toLocale(await getLocale()) ?? DEFAULT_LOCALE} timeZone={await getTimeZone()}>
      {children}
    </Words>
  )
}
