import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/booking-site/phone-link'
import { SiteLink } from '@/components/booking-site/site-link'
import type { SiteCompany } from '@/lib/core/site-company'

const PAGES = ['terms', 'privacy', 'imprint'] as const
const LINK =
  'inline-flex min-h-11 items-center underline decoration-line-strong underline-offset-4 hover:text-ink'

/** Contact and everything legal, one tap away on every page. */
export function SiteFooter({ company }: { company: SiteCompany }) {
  const t = useTranslations('booking-site.nav')
  return (
    <footer className="mt-auto border-t bg-surface text-muted text-sm" data-print="hide">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 px-4 py-4">
        <p className="w-full font-medium text-ink sm:w-auto">{company.name}</p>
        {company.phone && <PhoneLink phone={company.phone} className={LINK} />}
        {company.email && (
          <a href={`mailto:${company.email}`} className={LINK}>
            {company.email}
          </a>
        )}
        <nav aria-label={t('contact')} className="flex flex-wrap gap-x-6 sm:ml-auto">
          {PAGES.map((page) => (
            <SiteLink key={page} href={`/${page}`} className={LINK}>
              {t(page)}
            </SiteLink>
          ))}
        </nav>
      </div>
    </footer>
  )
}
