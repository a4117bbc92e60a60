import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { confirmChange } from '@/app/site/[company]/portal/[token]/change/actions'
import { wishedChange } from '@/app/site/[company]/portal/[token]/change/wished-change'
import { ClosedNote } from '@/components/booking-site/closed-note'
import { ExtraChoice } from '@/components/booking-site/extra-choice'
import { LiveForm } from '@/components/booking-site/live-form'
import { PeriodFields } from '@/components/booking-site/period-fields'
import { periodWords } from '@/components/booking-site/period-words'
import { ChangeProblem } from '@/components/portal/change-problem'
import { ChangeSummary } from '@/components/portal/change-summary'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { buttonStyle } from '@/components/ui/button-style'
import { planBookingChange } from '@/lib/booking-site/change-booking'
import { hoursOf, timeChoices } from '@/lib/booking-site/opening-hours'
import { type Query, searchQuery } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { getPortal } from '@/lib/portal/queries'

type ChangeProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.change')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Other times and extras for a booking: each choice is priced at once and stands in the address; nothing holds before it is confirmed. */
export default async function ChangeBooking({ params, searchParams }: ChangeProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  const booking = await bookingOrNotFound(slug, token)
  const portal = await getPortal(ctx, token)
  if (!portal.mayChange) redirect(`/portal/${token}`)
  const query = await searchParams
  const { search, change, isSame } = wishedChange(ctx, portal.terms, query)
  const plan = await planBookingChange(ctx, token, change).catch(refusalOf)
  const problem = plan instanceof AppError ? await describeError(plan, ctx.locale) : null
  const refused =
    typeof query.refused === 'string' ? await describeError(new AppError(query.refused), ctx.locale) : null
  const t = await getTranslations('portal.change')
  const words = periodWords(
    await getTranslations('booking-site.search'),
    await getTranslations('ui.calendar'),
  )
  const branches = ctx.company.locations.map(hoursOf)
  const here = `/portal/${token}/change`
  // What the desk says yes to first is asked for on the front page.
  const extras = ctx.company.extras.filter((extra) => !extra.needsApproval || extra.code in search.extras)
  const left = plan instanceof AppError ? {} : plan.extrasLeft

  return (
    <PortalFrame token={token} current="change" rooms={roomsOf(portal)}>
      <div>
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t(portal.mayChange === 'free' ? 'lead' : 'leadMore')}</p>
      </div>
      {refused && <ChangeProblem text={refused.message} />}
      <LiveForm live action={here} className="group/form grid gap-5">
        <section className="grid gap-3 rounded-lg border bg-surface p-5">
          <h2 className="font-semibold text-lg">{t('when')}</h2>
          <PeriodFields
            from={search.from}
            to={search.to}
            today={localDateOf(ctx.now(), ctx.timeZone)}
            times={timeChoices(branches, [search.from.slice(11), search.to.slice(11)])}
            locale={ctx.locale}
            words={words}
          />
          <ClosedNote search={search} locations={ctx.company.locations} />
        </section>
        {extras.length > 0 && (
          <section id="extras" className="grid gap-3">
            <h2 className="font-semibold text-lg">{t('extras')}</h2>
            {extras.map((extra) => (
              <ExtraChoice
                key={extra.id}
                extra={extra}
                left={left[extra.id]}
                quantity={search.extras[extra.code] ?? 0}
                currency={booking.currency}
                locale={ctx.locale}
              />
            ))}
          </section>
        )}
        <noscript>
          <button type="submit" className="h-11 text-accent-text underline">
            {t('update')}
          </button>
        </noscript>
      </LiveForm>
      {problem && <ChangeProblem text={problem.message} />}
      {!(plan instanceof AppError) && (
        <ChangeSummary plan={plan} locale={ctx.locale}>
          {!plan.isAvailable && <ChangeProblem text={t('taken')} />}
          {plan.isAvailable && !plan.isAllowed && (
            <ChangeProblem text={t('notAllowed', { company: ctx.company.name })} />
          )}
          {isSame && <p className="text-muted">{t('same')}</p>}
          {plan.isAvailable && plan.isAllowed && !isSame && (
            <form
              action={confirmChange.bind(
                null,
                slug,
                token,
                searchQuery(search),
                plan.afterRappen,
                randomUUID(),
              )}
            >
              <button type="submit" className={buttonStyle({ variant: 'primary', size: 'xl' })}>
                {t('confirm')}
              </button>
            </form>
          )}
        </ChangeSummary>
      )}
    </PortalFrame>
  )
}

/** What is refused is said beside the form; a fault is one. */
function refusalOf(error: unknown): AppError {
  if (error instanceof AppError && !error.isFault) return error
  throw error
}
