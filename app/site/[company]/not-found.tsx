import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button-style'

/** A page of the site that does not exist, or a private link that is wrong or has lapsed. */
export default async function SiteNotFound() {
  const t = await getTranslations('booking-site.notFound')
  return (
    <div className="grid max-w-md gap-3 py-8">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p className="text-lg text-muted">{t('text')}</p>
      <div className="mt-2">
        <Link href="/" className={buttonStyle({ variant: 'primary', size: 'lg' })}>
          {t('back')}
        </Link>
      </div>
    </div>
  )
}
