import { formatDay } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import { type Letter, paragraph } from '@/lib/messages/letter'
import type { StatementMailFacts } from '@/lib/messages/statement-mail-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The mail that carries a customer's statement of account, with what its last line says. */
export function statementLetter(
  facts: StatementMailFacts,
  { from, until }: { from: string; until: string },
): Letter {
  const texts = textsIn(facts.language)
  const own = texts.statement
  const period = { from: formatDay(from, facts.language), until: formatDay(until, facts.language) }
  const { closingRappen } = facts
  return {
    subject: own.subject(period),
    preview: own.intro(period),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(period)),
      {
        kind: 'facts',
        rows: [
          {
            label: closingRappen < 0 ? own.inFavour : own.open,
            value: formatMoney(Math.abs(closingRappen), facts.currency),
            strong: true,
          },
        ],
      },
    ],
    sender: facts.sender,
  }
}
