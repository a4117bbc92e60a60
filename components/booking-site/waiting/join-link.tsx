import { useTranslations } from 'next-intl'
import { SiteLink } from '@/components/booking-site/site-link'
import { buttonStyle } from '@/components/ui/button-style'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'

/** The way to the waiting list for what was looked for in vain. */
export function JoinLink({ search }: { search: Search }) {
  const t = useTranslations('booking-site.waiting')
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SiteLink
        href={`/waiting?${searchQuery({ ...search, extras: {} })}`}
        className={buttonStyle({ size: 'lg' })}
      >
        <span className="icon icon-bell-ring size-4" />
        {t('join')}
      </SiteLink>
      <p className="text-muted text-sm">{t('joinHelp')}</p>
    </div>
  )
}
