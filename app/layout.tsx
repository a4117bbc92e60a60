import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { clientMessages } from '@/lib/core/i18n/client-messages'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'CRMS', template: '%s · CRMS' },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

/** Language, fonts and sentences for everything beneath. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  return (
    <html lang={locale} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider messages={await clientMessages()}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
