import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { reasonOf } from '@/lib/core/delivery-failure'
import { fromPostgres } from '@/lib/core/errors'
import { CHANNELS } from '@/lib/messages/conversation'

const DeadLetter = z
  .object({
    kind: z.enum(['job', 'message']),
    id: z.string(),
    topic: z.string(),
    /** On which way a message goes or went; of no meaning for other work. */
    channel: z.enum(CHANNELS),
    at: z.string(),
    attempts: z.number().nullable(),
    error: z.string().nullable(),
    recipient: z.string().nullable(),
    record: z
      .object({
        kind: z.enum(['reservation', 'contract', 'invoice', 'conversation', 'waiting']),
        id: z.string(),
        label: z.string().nullable(),
        customer: z.string().nullable(),
      })
      .nullable(),
  })
  .transform((row) => ({ ...row, reason: reasonOf(row.error ?? '') }))
/** Something that could not leave, or a message that did not arrive: what, to whom, about what, and why. */
export type DeadLetter = z.infer<typeof DeadLetter>

/** What a member does about it. */
export const DeadLetterChoice = z.object({ id: z.uuid(), again: z.boolean() })
export type DeadLetterChoice = z.infer<typeof DeadLetterChoice>

/** What could not leave or did not arrive, the latest first. @throws AppError `forbidden` */
export async function listDeadLetters(ctx: CompanyContext): Promise<DeadLetter[]> {
  const { data, error } = await ctx.db.rpc('list_dead_letters')
  if (error) throw fromPostgres(error)
  return z.array(DeadLetter).parse(data)
}

/** How many there are. @throws AppError `forbidden` */
export async function countDeadLetters(ctx: CompanyContext): Promise<number> {
  const { data, error } = await ctx.db.rpc('count_dead_letters')
  if (error) throw fromPostgres(error)
  return data
}

/** Tries it once more, or puts it aside. @throws AppError `not_found` · `invalid_transition` · `forbidden` */
export async function settleDeadLetter(ctx: CompanyContext, { id, again }: DeadLetterChoice): Promise<void> {
  const { error } = await ctx.db.rpc('settle_dead_letter', { p_outbox_id: id, p_again: again })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: again ? 'dead_letter.retried' : 'dead_letter.dismissed', jobId: id })
}

/** Sends a message that failed once more, or puts it aside. @throws AppError `not_found` · `invalid_transition` · `channel_closed` · `forbidden` */
export async function settleFailedMessage(
  ctx: CompanyContext,
  { id, again }: DeadLetterChoice,
): Promise<void> {
  const { error } = await ctx.db.rpc('settle_failed_message', { p_message_id: id, p_again: again })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: again ? 'messages.sent_again' : 'messages.put_aside', messageId: id })
}
