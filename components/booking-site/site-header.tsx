import { useTranslations } from 'next-intl'
import { CompanyMark } from '@/components/booking-site/company-mark'
import { LanguageSwitch } from '@/components/booking-site/language-switch'
import { PhoneLink } from '@/components/booking-site/phone-link'
import { SiteLink } from '@/components/booking-site/site-link'
import { cn } from '@/components/ui/cn'
import type { SiteCompany } from '@/lib/core/site-company'

/** In the company's colour everything takes the ink that can be read on it. */
const COLORED =
  'border-transparent bg-accent text-accent-ink [--ink:var(--accent-ink)] [--muted:var(--accent-ink)] [--ring:var(--accent-ink)]'

type SiteHeaderProps = {
  company: Pick<SiteCompany, 'name' | 'phone' | 'logo' | 'hasColoredHeader'>
  locale: string
  setLocale: (form: FormData) => Promise<void>
}

/** Whose site it is, a call away, in which language. */
export function SiteHeader({ company, locale, setLocale }: SiteHeaderProps) {
  const t = useTranslations('booking-site')
  return (
    <header className={cn('border-b', company.hasColoredHeader ? COLORED : 'bg-surface')} data-print="hide">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:bg-surface focus:p-3 focus:text-accent-text"
      >
        {t('skip')}
      </a>
      <div className="mx-auto flex h-14 max-w-5xl items-center gap-3 px-4">
        <SiteLink
          href="/"
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 font-semibold text-lg"
        >
          <CompanyMark name={company.name} logo={company.logo} isOnColor={company.hasColoredHeader} />
        </SiteLink>
        {company.phone && (
          <PhoneLink
            phone={company.phone}
            label={t('nav.call', { company: company.name })}
            className="grid size-11 place-items-center rounded text-muted hover:text-ink"
          >
            <span className="icon icon-phone size-5" />
          </PhoneLink>
        )}
        <LanguageSwitch locale={locale} setLocale={setLocale} />
      </div>
    </header>
  )
}
