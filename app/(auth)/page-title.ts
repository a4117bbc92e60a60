import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

/** The title of an account page in the reader's language; such pages are nothing for a search engine. */
export async function pageTitle(
  page: 'logIn' | 'signUp' | 'forgot' | 'reset' | 'confirm' | 'switch',
): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t(`${page}.title`), robots: { index: page === 'signUp', follow: false } }
}
