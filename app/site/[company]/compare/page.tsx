import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/booking-site/back-link'
import { ComparisonTable } from '@/components/booking-site/comparison-table'
import { compareVehicles, parseCompared } from '@/lib/booking-site/comparison'
import { parseSearch, type Query, searchQuery } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'

type CompareProps = { params: Promise<{ company: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.compare')
  return { title: t('title'), robots: { index: false } }
}

/** Up to three free vehicles side by side: what each costs in the period and what is included. */
export default async function Compare({ params, searchParams }: CompareProps) {
  const ctx = await getSiteContext((await params).company)
  const asked = await searchParams
  const search = parseSearch(asked)
  if (!search) redirect('/')
  const query = searchQuery(search)
  const wanted = parseCompared(asked)
  const offers = await compareVehicles(ctx, wanted, search)
  if (offers.length === 0) redirect(`/search?${query}`)
  const t = await getTranslations('booking-site.compare')
  return (
    <div className="grid gap-5">
      <BackLink href={`/search?${query}`}>{t('back')}</BackLink>
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      {offers.length < wanted.length && <p className="text-lg text-muted">{t('gone')}</p>}
      <ComparisonTable offers={offers} locale={ctx.locale} query={query} />
      <section className="grid max-w-prose gap-2">
        <h2 className="font-semibold text-xl">{t('included')}</h2>
        <p className="text-muted">
          {t('includedText', { vat: offers.some(({ price }) => price.vat.length > 0) ? 'yes' : 'no' })}
        </p>
      </section>
    </div>
  )
}
