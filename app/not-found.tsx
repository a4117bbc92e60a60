import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { setLocale } from '@/app/set-locale'
import NoSitePage from '@/app/site/[company]/not-found'
import NoCompany from '@/app/site/not-found'
import { SiteFrame } from '@/components/booking-site/site-frame'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { requireSiteContext, type SiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'

/** The company whose host was asked; null on a host that names none. */
const siteOfHost = cache(async (): Promise<SiteContext | null> => {
  const { siteSlug } = await currentRequest()
  return siteSlug ? requireSiteContext(siteSlug).catch(() => null) : null
})

export async function generateMetadata(): Promise<Metadata> {
  const site = await siteOfHost()
  return site ? { title: { absolute: site.company.name } } : {}
}

/**
 * What does not exist: an address, a record of somebody else, a company. All look the same. Unlike the pages beneath,
 * this one is complete without JavaScript, so addresses that nobody knows end here, on companies' sites too. It travels with every page,
 * and so brings nothing along that a browser would have to bring to life.
 */
export default async function NotFound() {
  const { siteSlug } = await currentRequest()
  const site = await siteOfHost()
  if (site) {
    return (
      <SiteFrame ctx={site} setLocale={setLocale}>
        <NoSitePage />
      </SiteFrame>
    )
  }
  if (siteSlug) return <NoCompany />
  const t = await getTranslations('core.notFound')
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        heading="h1"
        picture={<span className="icon icon-map-pin-off size-8" />}
        title={t('title')}
        actions={
          <a href="/" className={buttonStyle()}>
            {t('back')}
          </a>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
