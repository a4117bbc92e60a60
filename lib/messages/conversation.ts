import { z } from 'zod'
import type { CompanyContext, SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Message = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    body: z.string(),
    at: z.string(),
    read_at: z.string().nullable(),
  })
  .transform(({ read_at, ...row }) => ({ ...row, isRead: read_at !== null }))
const Conversation = z.array(Message)
/** What a customer and the company wrote to each other in the portal, the oldest first. */
export type Conversation = z.infer<typeof Conversation>

/** A message as it is written. */
export const NewMessage = z.object({ body: z.string().trim().min(1).max(4_000), idempotencyKey: z.uuid() })
export type NewMessage = z.infer<typeof NewMessage>

const Summary = z
  .object({
    reservation_id: z.string(),
    number: z.string(),
    customer: z.string(),
    body: z.string(),
    direction: z.enum(['in', 'out']),
    at: z.string(),
    unread: z.number(),
  })
  .transform(({ reservation_id, ...row }) => ({ ...row, reservationId: reservation_id }))
/** A conversation in the list: its last message, and how many are unread. */
export type ConversationSummary = z.infer<typeof Summary>

/** The conversation of a private link; open the booking first, which counts wrong tokens. */
export async function getOwnConversation(ctx: SiteContext, token: string): Promise<Conversation> {
  const { data, error } = await ctx.db.rpc('conversation_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
  })
  if (error) throw fromPostgres(error)
  return Conversation.parse(data ?? [])
}

/** The customer writes to the company. Safe to repeat with the same key. @throws AppError `link_expired` · `rate_limited` */
export async function writeToCompany(ctx: SiteContext, token: string, message: NewMessage): Promise<void> {
  const { error } = await ctx.db.rpc('write_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_body: message.body,
    p_idempotency_key: message.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'portal.message_written' })
}

/** The conversation of a reservation. @throws AppError `not_found` · `forbidden` */
export async function getConversation(ctx: CompanyContext, reservationId: string): Promise<Conversation> {
  const { data, error } = await ctx.db.rpc('conversation', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  return Conversation.parse(data)
}

/** Conversations, those with something unread first. @throws AppError `forbidden` */
export async function listConversations(ctx: CompanyContext): Promise<ConversationSummary[]> {
  const { data, error } = await ctx.db.rpc('list_conversations')
  if (error) throw fromPostgres(error)
  return z.array(Summary).parse(data)
}

/** The company answers in the portal and by mail. Safe to repeat with the same key. @throws AppError `not_found` · `forbidden` */
export async function answerCustomer(
  ctx: CompanyContext,
  { reservationId, body, idempotencyKey }: NewMessage & { reservationId: string },
): Promise<void> {
  const { error } = await ctx.db.rpc('answer_customer', {
    p_reservation_id: reservationId,
    p_body: body,
    p_idempotency_key: idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'messages.answered', reservationId })
}

/** Notes that what the customer wrote was read. @throws AppError `not_found` · `forbidden` */
export async function readConversation(
  ctx: CompanyContext,
  { reservationId }: { reservationId: string },
): Promise<void> {
  const { error } = await ctx.db.rpc('read_conversation', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
}
