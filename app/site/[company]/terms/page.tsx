import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { alternatesHere } from '@/app/site/[company]/alternates'
import { getSiteContext } from '@/lib/core/context'
import { labelOf, languageOfLabel } from '@/lib/core/labels'

type TermsProps = { params: Promise<{ company: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.terms')
  return { title: t('title'), alternates: await alternatesHere('/terms') }
}

/** The company's rental terms, as they are frozen into each contract. */
export default async function Terms({ params }: TermsProps) {
  const { company, locale } = await getSiteContext((await params).company)
  const t = await getTranslations('booking-site.terms')
  const written = languageOfLabel(company.terms, locale)
  const text = labelOf(company.terms, locale) || t('missing', { company: company.name })
  return (
    <article className="grid max-w-prose gap-4">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      {written !== undefined && written !== locale && (
        <p className="text-muted">
          {t('onlyIn', {
            language: new Intl.DisplayNames([locale], { type: 'language' }).of(written) ?? written,
          })}
        </p>
      )}
      <div lang={written} className="whitespace-pre-line text-lg">
        {text}
      </div>
    </article>
  )
}
