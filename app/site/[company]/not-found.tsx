import { getTranslations } from 'next-intl/server'
import { SiteLink } from '@/components/booking-site/site-link'
import { buttonStyle } from '@/components/ui/button-style'

/** A page of the site that does not exist, or a private link that is wrong or has lapsed. */
export default async function SiteNotFound() {
  const t = await getTranslations('booking-site.notFound')
  return (
    <div className="grid max-w-md gap-3 py-8">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p className="text-lg text-muted">{t('text')}</p>
      <div className="mt-2">
        <SiteLink href="/" className={buttonStyle({ variant: 'primary', size: 'lg' })}>
          {t('back')}
        </SiteLink>
      </div>
    </div>
  )
}
