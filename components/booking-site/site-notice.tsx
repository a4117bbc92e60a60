import { useTranslations } from 'next-intl'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import type { SiteCompany } from '@/lib/core/site-company'

/** Why nothing can be booked here now, and how to reach the company instead. */
export function SiteNotice({ company }: { company: SiteCompany }) {
  const t = useTranslations(`booking-site.home.${reasonOf(company)}`)
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="max-w-prose text-muted">{t('text', { company: company.name })}</p>
      </div>
      <ContactButtons company={company} />
    </section>
  )
}

function reasonOf({ lines, isOpening }: SiteCompany): 'opening' | 'closed' | 'other' {
  if (!lines.includes('rentals')) return 'other'
  return isOpening ? 'opening' : 'closed'
}
