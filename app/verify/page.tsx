import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { setLocale } from '@/app/set-locale'
import { answerFor } from '@/app/verify/answer-for'
import { LanguageSwitch } from '@/components/booking-site/language-switch'
import { Verification } from '@/components/verification/verification'
import { getVisitorContext } from '@/lib/core/context'

type VerifyProps = { searchParams: Promise<{ hash?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verification')
  return { title: t('title'), robots: { index: false } }
}

/** Whether a document of any company is genuine, for whoever holds it in their hands. */
export default async function VerifyPage({ searchParams }: VerifyProps) {
  const answer = await answerFor(await getVisitorContext(), await searchParams)
  const core = await getTranslations('core')
  return (
    <div data-density="touch" className="flex min-h-dvh flex-col bg-canvas text-ink">
      <header className="border-b bg-surface">
        <div className="mx-auto flex min-h-14 w-full max-w-2xl items-center justify-between gap-4 px-4">
          <p className="font-semibold text-base">{core('product')}</p>
          <LanguageSwitch locale={await getLocale()} setLocale={setLocale} />
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-2xl flex-1 px-4 py-6 text-base sm:py-10">
        <Verification answer={answer} />
      </main>
    </div>
  )
}
