import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { StatementMail } from '@/lib/money/statement/schema'

/** Mails a customer their statement in their language. Safe to repeat with the same key. @throws AppError `not_found` · `no_contact` */
export async function sendStatement(ctx: CompanyContext, mail: StatementMail): Promise<void> {
  const { error } = await ctx.db.rpc('send_statement', {
    p_customer_id: mail.customerId,
    p_from: mail.from,
    p_until: mail.until,
    p_idempotency_key: mail.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'statement.sent', customerId: mail.customerId })
}
