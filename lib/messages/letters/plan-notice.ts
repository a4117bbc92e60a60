import { formatDate } from '@/lib/core/dates'
import { type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { PLATFORM_SENDER } from '@/lib/messages/letters/platform'
import type { PlanNoticeFacts } from '@/lib/messages/plan-notice-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

const PLAN_TITLES = { starter: 'Starter', professional: 'Professional', business: 'Business' }

/** Tells an owner how the company's own subscription stands. `url` is the page where they put it in order. */
export function planNoticeLetter(facts: PlanNoticeFacts, url: string): Letter {
  const { planNotice: own } = textsIn(facts.language)
  const notice = own[facts.notice]
  return {
    subject: notice.subject(facts),
    preview: notice.intro(facts),
    heading: notice.heading,
    blocks: [
      paragraph(notice.intro(facts)),
      {
        kind: 'facts',
        rows: [
          { label: own.company, value: facts.company },
          { label: own.plan, value: PLAN_TITLES[facts.plan] },
          ...dayOf(facts, { trial_ending: own.trialEnds, payment_failed: own.worksUntil }),
        ],
      },
      paragraph(notice.next),
      { kind: 'button', label: facts.isSubscribed ? own.look : own.choose, url },
    ],
    sender: PLATFORM_SENDER,
  }
}

function dayOf(facts: PlanNoticeFacts, labels: { trial_ending: string; payment_failed: string }): Fact[] {
  const { notice, timeZone, language } = facts
  const day = notice === 'trial_ending' ? facts.trialEndsAt : facts.graceEndsAt
  if (day === null || (notice !== 'trial_ending' && notice !== 'payment_failed')) return []
  return [{ label: labels[notice], value: formatDate(day, { timeZone, locale: language }), strong: true }]
}
