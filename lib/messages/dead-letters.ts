import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const DeadLetter = z
  .object({
    id: z.string(),
    topic: z.string(),
    at: z.string(),
    attempts: z.number(),
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
/** Something that could not leave: what, to whom, about what, and why. */
export type DeadLetter = z.infer<typeof DeadLetter>

/** Why something could not leave, as a word the screen has a sentence for; `other` where it has none. */
const REASONS = [
  ['number_unknown', /Twilio(?: refused:)? (?:21211|21214|21217|21401)\b/],
  ['no_mobile', /Twilio(?: refused:)? 21614\b/],
  ['number_unreachable', /Twilio(?: refused:)? (?:21408|21612|3000[3-8])\b/],
  ['stopped', /Twilio(?: refused:)? 21610\b/],
  ['whatsapp_closed', /Twilio(?: refused:)? (?:63003|63016|63024)\b/],
  [
    'provider_away',
    /(?:Twilio|Resend) refused: (?:no answer|5\d\d|20500|20429|application_error|internal_server_error|rate_limit)/,
  ],
  ['address_refused', /Resend refused: validation_error/],
  ['file_not_fetched', /Twilio(?: refused:)? (?:11200|21620|63019|63005)\b/],
  ['day_full', /Too many text messages in one day/],
  ['used_up', /text messages of this month are used up/],
  ['too_many', /Too many messages to this number/],
  ['record_gone', /does not exist/],
] as const satisfies [string, RegExp][]
type Reason = (typeof REASONS)[number][0] | 'other'

export function reasonOf(error: string): Reason {
  return REASONS.find(([, pattern]) => pattern.test(error))?.[0] ?? 'other'
}

/** What a member does about it. */
export const DeadLetterChoice = z.object({ id: z.uuid(), again: z.boolean() })
export type DeadLetterChoice = z.infer<typeof DeadLetterChoice>

/** What could not leave, the latest first. @throws AppError `forbidden` */
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
