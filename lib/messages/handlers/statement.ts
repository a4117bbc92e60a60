import { z } from 'zod'
import { documentLogo } from '@/lib/core/company-logo'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { statementLetter } from '@/lib/messages/letters/statement'
import { StatementMailFacts } from '@/lib/messages/statement-mail-facts'

const Payload = z.object({ customer_id: z.uuid(), from: z.iso.date(), until: z.iso.date() })

type Period = { from: string; until: string }
type WriteStatement = (
  facts: unknown,
  frame: Period & { madeAt: Date; logo: Uint8Array | undefined },
) => Promise<{ name: string; bytes: Uint8Array }>

/** `mail.statement`: a customer's statement of account, as it stands when it goes out. */
export function statementMailer(write: WriteStatement): OutboxHandler {
  return async (ctx, job) => {
    const { customer_id, from, until } = Payload.parse(job.payload)
    const { data, error } = await ctx.db.rpc('statement_facts', {
      p_company_id: ctx.companyId,
      p_customer_id: customer_id,
      p_from: from,
      p_until: until,
    })
    if (error) throw fromPostgres(error)
    // Erased meanwhile, or without an address: nobody to write to.
    if (data === null) return
    const facts = StatementMailFacts.parse(data)
    if (!facts.customer.email) return
    const { name, bytes } = await write(data, {
      from,
      until,
      madeAt: ctx.now(),
      logo: await documentLogo(ctx),
    })
    await deliverMail(ctx, job, {
      to: facts.customer.email,
      replyTo: facts.companyEmail,
      letter: statementLetter(facts, { from, until }),
      language: facts.language,
      attachments: [{ filename: name, content: Buffer.from(bytes), contentType: 'application/pdf' }],
      customerId: facts.customer.id,
    })
  }
}
