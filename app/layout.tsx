import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { THEME_COOKIE, toTheme } from '@/components/shell/theme'
import { Typeface } from '@/components/ui/typeface'
import { currentTypeface } from '@/lib/core/current-typeface'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'CRMS', template: '%s · CRMS' },
  // Not the files' own convention, which a company's site could add to, but not replace.
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-icon.png' },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9fafb' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0f12' },
  ],
  viewportFit: 'cover',
}

/** For numbers that are compared letter by letter. Not `geist/font/mono`, which every page would load ahead, used or not. */
const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
})

/** Language, fonts, light or dark for everything beneath. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang={locale} data-theme={theme} className={mono.variable} suppressHydrationWarning>
      <body>
        <Typeface name={await currentTypeface()} />
        {children}
      </body>
    </html>
  )
}
