import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { signTerms } from '@/app/site/[company]/portal/[token]/terms/actions'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { SignTerms } from '@/components/portal/sign-terms'
import { Alert } from '@/components/ui/alert'
import type { Query } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { formatDateTime } from '@/lib/core/dates'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { getPortal } from '@/lib/portal/queries'
import { getOwnTerms } from '@/lib/portal/terms'

type TermsProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.terms')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The terms the booking was made under: read and signed before the pickup, so that nobody reads them at the counter. */
export default async function PortalTerms({ params, searchParams }: TermsProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  await bookingOrNotFound(slug, token)
  const [portal, terms, t] = await Promise.all([
    getPortal(ctx, token),
    getOwnTerms(ctx, token),
    getTranslations('portal.terms'),
  ])
  if (!terms.standing) redirect(`/portal/${token}`)
  const { refused } = await searchParams
  const problem = typeof refused === 'string' ? await describeError(new AppError(refused), ctx.locale) : null
  return (
    <PortalFrame token={token} current="terms" rooms={roomsOf(portal)}>
      <div>
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t(terms.standing === 'open' ? 'lead' : 'leadSigned')}</p>
      </div>
      {problem && <Alert tone="danger" role="alert" title={problem.message} />}
      <article className="rounded-lg border bg-surface p-5">
        <h2 className="sr-only">{t('text')}</h2>
        <p className="whitespace-pre-line">{terms.text}</p>
        <p className="pt-4 text-muted text-sm">{t('version', { version: terms.version })}</p>
      </article>
      {terms.signed ? (
        <p role="status" className="flex items-center gap-2 rounded-lg border bg-surface p-5 font-medium">
          <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-active" />
          {t('signed', {
            name: terms.signed.name,
            at: formatDateTime(terms.signed.at, { timeZone: ctx.timeZone, locale: ctx.locale }),
          })}
        </p>
      ) : (
        <SignTerms sign={signTerms.bind(null, slug, token, terms.version)} />
      )}
    </PortalFrame>
  )
}
