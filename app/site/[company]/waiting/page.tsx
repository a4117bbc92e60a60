import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { joinWaitingListAction } from '@/app/site/[company]/waiting/actions'
import { BackLink } from '@/components/booking-site/back-link'
import { SiteNotice } from '@/components/booking-site/site-notice'
import { WaitingForm } from '@/components/booking-site/waiting/waiting-form'
import { WishFacts } from '@/components/booking-site/waiting/wish-facts'
import { parseSearch, periodProblem, type Query, searchQuery } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { instantOf } from '@/lib/core/dates'

type WaitingProps = { params: Promise<{ company: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.waiting')
  return { title: t('title'), robots: { index: false } }
}

/** Leaves one's contact for the case that something becomes free at the wanted time. */
export default async function Waiting({ params, searchParams }: WaitingProps) {
  const ctx = await getSiteContext((await params).company)
  const { company, locale, timeZone } = ctx
  if (!company.acceptsBookings) return <SiteNotice company={company} />
  const search = parseSearch(await searchParams)
  if (!search || periodProblem(search, { now: ctx.now(), timeZone })) redirect('/')
  const t = await getTranslations('booking-site.waiting')
  const details = await getTranslations('booking-site.details')
  const category = company.categories.find(({ id }) => id === search.categoryId)
  const location = company.locations.find(({ id }) => id === search.locationId)
  const privacy = (words: React.ReactNode) => (
    <a
      href="/privacy"
      target="_blank"
      rel="noreferrer"
      className="text-accent-text underline underline-offset-4"
    >
      {words}
    </a>
  )
  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      <BackLink href={`/search?${searchQuery(search)}`}>{t('back')}</BackLink>
      <div>
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t('lead')}</p>
      </div>
      <WishFacts
        startsAt={instantOf(search.from, timeZone)}
        endsAt={instantOf(search.to, timeZone)}
        categoryNames={category?.names ?? null}
        locationName={location?.name ?? null}
        equipment={search.equipment ?? []}
        ctx={{ timeZone, locale }}
      />
      <WaitingForm
        action={joinWaitingListAction}
        wish={{
          from: search.from,
          to: search.to,
          category: category?.id ?? '',
          location: location?.id ?? '',
          equipment: search.equipment ?? [],
          idempotencyKey: crypto.randomUUID(),
        }}
        words={{
          firstName: details('firstName'),
          lastName: details('lastName'),
          email: details('email'),
          phone: details('phone'),
          emailHelp: t('emailHelp'),
          phoneHelp: t('phoneHelp'),
          consent: t.rich('consent', { privacy }),
          submit: t('submit'),
        }}
      />
    </div>
  )
}
