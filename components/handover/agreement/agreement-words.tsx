import { createTranslator, NextIntlClientProvider, useTimeZone } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import de from '@/messages/de/agreement.json'
import en from '@/messages/en/agreement.json'
import fr from '@/messages/fr/agreement.json'
import it from '@/messages/it/agreement.json'

/** What a customer reads before signing, in all of their languages at once: in a garage without network no other could be fetched. */
const WORDS = { de, fr, it, en } satisfies Record<DocumentLanguage, typeof de>

/** Speaks to the customer, whatever language the phone's user reads. */
export function useAgreement(language: DocumentLanguage) {
  return useMemo(
    () =>
      createTranslator({
        locale: language,
        messages: { agreement: WORDS[language] },
        namespace: 'agreement',
      }),
    [language],
  )
}

/** Marks what stands inside as the customer's language: for readers, for hyphens, and for how dates are written. */
export function InLanguage({
  language,
  className,
  children,
}: {
  language: DocumentLanguage
  className?: string
  children: ReactNode
}) {
  const timeZone = useTimeZone()
  return (
    <NextIntlClientProvider locale={language} messages={null} timeZone={timeZone}>
      <div lang={language} className={className}>
        {children}
      </div>
    </NextIntlClientProvider>
  )
}
