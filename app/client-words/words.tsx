'use client'

import dynamic from 'next/dynamic'
import type { WordsProps } from '@/app/client-words/words-props'
import type { AppLocale } from '@/lib/core/i18n/locales'

// A file of its own for each language: loaded beside the page, kept by the browser for good, and in no page's own text.
const WORDS = {
  de: dynamic(() => import('@/app/client-words/de')),
  en: dynamic(() => import('@/app/client-words/en')),
} satisfies Record<AppLocale, unknown>

/** Gives the client components beneath the app's sentences in a language. */
export function Words({ locale, ...props }: WordsProps & { locale: AppLocale }) {
  const Language = WORDS[locale]
  return <Language {...props} />
}
