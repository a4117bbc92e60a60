import { formatDate } from '@/lib/core/dates'
import type { InvitationFacts } from '@/lib/messages/invitation-facts'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { PLATFORM_COLOR } from '@/lib/messages/letters/platform'
import { textsIn } from '@/lib/messages/texts/by-language'

/** An invitation to work with a company. `url` carries the token. */
export function invitationLetter(facts: InvitationFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.invitation
  return {
    subject: own.subject(facts),
    preview: own.intro(facts),
    heading: own.heading(facts),
    blocks: [
      paragraph(own.intro(facts)),
      {
        kind: 'facts',
        rows: [
          { label: texts.rows.role, value: own.roles[facts.role] ?? facts.role, strong: true },
          {
            label: texts.rows.validUntil,
            value: formatDate(facts.expiresAt, { timeZone: facts.timeZone, locale: facts.language }),
          },
        ],
      },
      { kind: 'button', label: own.button, url },
      paragraph(own.unknown),
    ],
    sender: { name: facts.company, accentColor: PLATFORM_COLOR, contact: [] },
  }
}
