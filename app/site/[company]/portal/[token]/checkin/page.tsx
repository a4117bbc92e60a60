import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { AnswerList } from '@/components/checkin/answer-list'
import { CheckinForm } from '@/components/checkin/checkin-form'
import { checkinWords } from '@/components/checkin/words'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { getCheckin } from '@/lib/checkin/by-link'
import { fieldViews, writtenOf } from '@/lib/checkin/view'
import { getSiteContext } from '@/lib/core/context'
import { getPortal } from '@/lib/portal/queries'

type CheckinProps = { params: Promise<{ company: string; token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.checkin')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The company's questions before pickup; while they cannot be answered why, and what was. */
export default async function CheckinPage({ params }: CheckinProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  await bookingOrNotFound(slug, token)
  const [portal, checkin, t] = await Promise.all([
    getPortal(ctx, token),
    getCheckin(ctx, token),
    getTranslations('portal.checkin'),
  ])
  const address = `/portal/${token}`
  if (!checkin) redirect(address)
  const isBegun = Object.keys(checkin.answers).length + checkin.files.length > 0
  return (
    <PortalFrame token={token} current="checkin" rooms={roomsOf(portal)}>
      <div>
        <h1 className="font-semibold text-2xl">{checkin.titles[ctx.locale] ?? t('title')}</h1>
        <p className="text-lg text-muted">{t(`standing.${checkin.standing}`)}</p>
      </div>
      <section className="rounded-lg border bg-surface p-5 empty:hidden">
        {checkin.standing === 'open' ? (
          <CheckinForm
            fields={fieldViews(checkin.fields, ctx.locale)}
            written={writtenOf(checkin)}
            isSubmitted={checkin.submittedAt !== null}
            words={await checkinWords()}
            portal={address}
          />
        ) : (
          isBegun && <AnswerList checkin={checkin} fileHref={(id) => `${address}/checkin/files/${id}`} />
        )}
      </section>
    </PortalFrame>
  )
}
