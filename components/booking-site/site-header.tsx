import { Phone } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LanguageSwitch } from '@/components/booking-site/language-switch'
import { PhoneLink } from '@/components/booking-site/phone-link'

type SiteHeaderProps = {
  company: { name: string; phone: string | null }
  locale: string
  setLocale: (form: FormData) => Promise<void>
}

/** Whose site it is, a call away, in which language. */
export function SiteHeader({ company, locale, setLocale }: SiteHeaderProps) {
  const t = useTranslations('booking-site')
  return (
    <header className="border-b bg-surface" data-print="hide">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:bg-surface focus:p-3 focus:text-accent-text"
      >
        {t('skip')}
      </a>
      <div className="mx-auto flex h-14 max-w-5xl items-center gap-3 px-4">
        <Link
          href="/"
          prefetch={false}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 font-semibold text-lg"
        >
          <span
            aria-hidden="true"
            className="grid size-8 shrink-0 place-items-center rounded bg-accent text-accent-ink text-base"
          >
            {company.name.slice(0, 1).toUpperCase()}
          </span>
          <span className="truncate">{company.name}</span>
        </Link>
        {company.phone && (
          <PhoneLink
            phone={company.phone}
            label={t('nav.call', { company: company.name })}
            className="grid size-11 place-items-center rounded text-muted hover:text-ink"
          >
            <Phone aria-hidden="true" className="size-5" />
          </PhoneLink>
        )}
        <LanguageSwitch locale={locale} setLocale={setLocale} />
      </div>
    </header>
  )
}
