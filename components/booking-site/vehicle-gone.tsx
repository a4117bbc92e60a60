import { useTranslations } from 'next-intl'
import { SiteLink } from '@/components/booking-site/site-link'
import { UnlessOwn } from '@/components/booking-site/unless-own'
import { buttonStyle } from '@/components/ui/button-style'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'

/** The vehicle of this address cannot be had at that time; the search can be taken up again. */
export function VehicleGone({ search, vehicleId }: { search: Search; vehicleId: string }) {
  const t = useTranslations('booking-site.gone')
  return (
    <UnlessOwn vehicleId={vehicleId}>
      <section className="grid max-w-md gap-3 py-6">
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t('text')}</p>
        <div className="mt-2">
          <SiteLink
            href={`/search?${searchQuery(search)}`}
            className={buttonStyle({ variant: 'primary', size: 'lg' })}
          >
            {t('show')}
          </SiteLink>
        </div>
      </section>
    </UnlessOwn>
  )
}
