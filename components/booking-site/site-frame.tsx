import type { ReactNode } from 'react'
import { DropLanguage } from '@/components/booking-site/drop-language'
import { FollowLinks } from '@/components/booking-site/follow-links'
import { SiteFooter } from '@/components/booking-site/site-footer'
import { SiteHeader } from '@/components/booking-site/site-header'
import { accentVariables } from '@/lib/core/accent'
import type { SiteContext } from '@/lib/core/context'

type SiteFrameProps = {
  ctx: Pick<SiteContext, 'company' | 'locale'>
  setLocale: (form: FormData) => Promise<void>
  children: ReactNode
}

/** A company's site around a page: its name, its colour, its contact. */
export function SiteFrame({ ctx: { company, locale }, setLocale, children }: SiteFrameProps) {
  return (
    <div
      data-density="touch"
      style={accentVariables(company.accentColor)}
      className="flex min-h-dvh flex-col bg-canvas text-ink"
    >
      <SiteHeader company={company} locale={locale} setLocale={setLocale} />
      <main id="content" className="mx-auto w-full max-w-5xl flex-1 px-4 py-5 text-base sm:py-8">
        {children}
      </main>
      <SiteFooter company={company} />
      <FollowLinks />
      <DropLanguage />
    </div>
  )
}
