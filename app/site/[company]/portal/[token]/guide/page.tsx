import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { GuideView } from '@/components/guide/guide-view'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { getSiteContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'
import { getGuide } from '@/lib/guide/by-link'
import { getPortal } from '@/lib/portal/queries'

type GuideProps = { params: Promise<{ company: string; token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.guide')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The guide of the booking; once opened it reads without a network. */
export default async function GuidePage({ params }: GuideProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  await bookingOrNotFound(slug, token)
  const [portal, guide, t] = await Promise.all([
    getPortal(ctx, token),
    getGuide(ctx, token),
    getTranslations('portal.guide'),
  ])
  if (!guide) redirect(`/portal/${token}`)
  const here = `/portal/${token}/guide`
  return (
    <PortalFrame token={token} current="guide" rooms={roomsOf(portal)}>
      <div>
        <h1 className="font-semibold text-2xl">{labelOf(guide.names, ctx.locale) || t('title')}</h1>
        <p className="text-muted">{t('offline')}</p>
      </div>
      <GuideView guide={guide} photoPath={`${here}/photos`} ctx={ctx} />
    </PortalFrame>
  )
}
