import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { saveOwnCheckin } from '@/app/site/[company]/portal/[token]/checkin/actions'
import { AnswerList } from '@/components/checkin/answer-list'
import { CheckinForm } from '@/components/checkin/checkin-form'
import { checkinWords } from '@/components/checkin/words'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { getCheckin } from '@/lib/checkin/by-link'
import { fieldViews } from '@/lib/checkin/view'
import { getSiteContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'
import { getPortal } from '@/lib/portal/queries'

type CheckinProps = { params: Promise<{ company: string; token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.checkin')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The company's questions before pickup; once the vehicle is handed over, what was answered. */
export default async function CheckinPage({ params }: CheckinProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  await bookingOrNotFound(slug, token)
  const [portal, checkin, t] = await Promise.all([
    getPortal(ctx, token),
    getCheckin(ctx, token),
    getTranslations('portal.checkin'),
  ])
  if (!checkin) redirect(`/portal/${token}`)
  const files = `/portal/${token}/checkin/files`
  return (
    <PortalFrame token={token} current="checkin" rooms={roomsOf(portal)}>
      <div>
        <h1 className="font-semibold text-2xl">{labelOf(checkin.names, ctx.locale)}</h1>
        <p className="text-lg text-muted">{t(checkin.isOpen ? 'lead' : 'closed')}</p>
      </div>
      <section className="rounded-lg border bg-surface p-5">
        {checkin.isOpen ? (
          <CheckinForm
            fields={fieldViews(checkin.fields, ctx.locale)}
            answers={checkin.answers}
            files={checkin.files.filter(({ isPurged }) => !isPurged)}
            isSubmitted={checkin.submittedAt !== null}
            words={await checkinWords()}
            filesPath={files}
            save={saveOwnCheckin.bind(null, slug, token)}
          />
        ) : (
          <AnswerList checkin={checkin} fileHref={(id) => `${files}/${id}`} />
        )}
      </section>
    </PortalFrame>
  )
}
