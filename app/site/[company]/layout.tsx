import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { setLocale } from '@/app/set-locale'
import { siteIconUrl } from '@/app/site/[company]/icon/draw'
import { SiteFrame } from '@/components/booking-site/site-frame'
import { inLanguage } from '@/lib/booking-site/languages-of'
import { getSiteContext } from '@/lib/core/context'
import { publicUrl } from '@/lib/core/hosts'

type SiteLayoutProps = { children: ReactNode; params: Promise<{ company: string }> }

export async function generateMetadata({ params }: SiteLayoutProps): Promise<Metadata> {
  const { company, locale } = await getSiteContext((await params).company)
  const t = await getTranslations('booking-site.meta')
  const name = { company: company.name }
  const rents = company.lines.includes('rentals')
  const description = rents ? t('description', name) : company.name
  return {
    metadataBase: new URL(publicUrl(company, '/')),
    // Absolute: the product's own name has no place in the titles of a company's site.
    title: { absolute: rents ? t('home', name) : company.name, template: `%s · ${company.name}` },
    description,
    icons: {
      icon: { url: siteIconUrl(company), type: 'image/png', sizes: '192x192' },
      apple: siteIconUrl(company),
    },
    openGraph: {
      type: 'website',
      siteName: company.name,
      description,
      images: [{ url: inLanguage('/social-image', locale), width: 1200, height: 630, alt: company.name }],
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** A company's site: its name, its colour, its contact around every page. */
export default async function SiteLayout({ children, params }: SiteLayoutProps) {
  const ctx = await getSiteContext((await params).company)
  return (
    <SiteFrame ctx={ctx} setLocale={setLocale}>
      {children}
    </SiteFrame>
  )
}
