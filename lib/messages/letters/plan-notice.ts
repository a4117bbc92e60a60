import { formatDate } from '@/lib/core/dates'
import { siteUrl } from '@/lib/core/hosts'
import { type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { PLATFORM_SENDER } from '@/lib/messages/letters/platform'
import type { PlanNoticeFacts } from '@/lib/messages/plan-notice-facts'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { Texts } from '@/lib/messages/texts/texts'

const PLAN_TITLES = { starter: 'Starter', professional: 'Professional', business: 'Business' }

/** Tells an owner how the company's own account stands. `url` is the page where they put it in order, or begin. */
export function planNoticeLetter(facts: PlanNoticeFacts, url: string): Letter {
  const { planNotice: own } = textsIn(facts.language)
  const notice = own[facts.notice]
  return {
    subject: notice.subject(facts),
    preview: notice.intro(facts),
    heading: notice.heading,
    blocks: [
      ...(facts.notice === 'welcome' ? [paragraph(textsIn(facts.language).greeting(facts.name))] : []),
      paragraph(notice.intro(facts)),
      {
        kind: 'facts',
        rows: [
          { label: own.company, value: facts.company },
          facts.notice === 'welcome'
            ? { label: own.site, value: siteUrl(facts.slug, '/') }
            : { label: own.plan, value: PLAN_TITLES[facts.plan] },
          ...dayOf(facts, own),
        ],
      },
      paragraph(notice.next),
      { kind: 'button', label: buttonOf(facts, own), url },
    ],
    sender: PLATFORM_SENDER,
  }
}

type Words = Texts['planNotice']

function buttonOf({ notice, isSubscribed }: PlanNoticeFacts, own: Words): string {
  if (notice === 'welcome') return own.begin
  return isSubscribed ? own.look : own.choose
}

function dayOf(
  { notice, timeZone, language, trialEndsAt, graceEndsAt }: PlanNoticeFacts,
  own: Words,
): Fact[] {
  const [label, day] =
    notice === 'payment_failed'
      ? [own.worksUntil, graceEndsAt]
      : [own.trialEnds, notice === 'welcome' || notice === 'trial_ending' ? trialEndsAt : null]
  return day ? [{ label, value: formatDate(day, { timeZone, locale: language }), strong: true }] : []
}
