import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/app/(auth)/language-switch'
import { ClientWords } from '@/app/client-words/client-words'

/** One column in the middle: the product's name, the form, the language. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const core = await getTranslations('core')
  const t = await getTranslations('auth')
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <header>
          <p className="font-semibold text-base">{core('product')}</p>
          <p className="text-muted text-sm">{t('tagline')}</p>
        </header>
        <main className="flex flex-col gap-6">
          <ClientWords>{children}</ClientWords>
        </main>
        <footer>
          <LanguageSwitch />
        </footer>
      </div>
    </div>
  )
}
