import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/**
 * The sentences that client components beneath may use. It stands in the layouts that need it and not at the root: a
 * company's site gets its words from the server, and its visitors do not load a translator.
 */
export async function ClientWords({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider messages={await getMessages()}>{children}</NextIntlClientProvider>
}
