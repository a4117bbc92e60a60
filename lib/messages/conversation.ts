import { z } from 'zod'
import type { CompanyContext, SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** The ways on which a customer and the company write to each other. */
export const CHANNELS = ['portal', 'email', 'sms', 'whatsapp'] as const
const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

const MessageFile = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    status: z.enum(['awaited', 'kept', 'refused', 'deleted']),
    refusal: z.enum(['kind', 'size', 'gone', 'storage']).nullable(),
    content_type: z.string().nullable(),
    bytes: z.number().nullable(),
  })
  .transform(({ content_type, ...row }) => ({ ...row, isPicture: content_type === 'image/jpeg' }))
/** A photo or PDF that came or went with a message. `awaited`: our worker still fetches it. */
export type MessageFile = z.infer<typeof MessageFile>

const Message = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    channel: Channel,
    /** `written` by a person, else which automatic message it is. */
    template: z.string(),
    subject: z.string().nullable(),
    body: z.string(),
    status: z.enum(['queued', 'sent', 'delivered', 'failed']),
    error: z.string().nullish(),
    at: z.string(),
    read_at: z.string().nullable(),
    /** From where a mail came that came from none of the customer's addresses. */
    sender: z.string().nullish(),
    /** What failed was sent again, told on another way or put aside. */
    settled: z.boolean().default(false),
    author: z.string().nullish(),
    files: z.array(MessageFile),
  })
  .transform(({ read_at, settled, ...row }) => ({ ...row, isRead: read_at !== null, isSettled: settled }))
const Messages = z.array(Message)
export type Messages = z.infer<typeof Messages>
/** One message of a conversation, whoever wrote it and on whichever way. */
export type Message = Messages[number]

const Conversation = z
  .object({
    customer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    assignee_id: z.string().nullable(),
    channels: z.array(Channel),
    stopped: z.array(Channel),
    sms_left: z.number().nullable(),
    choices: z.array(
      z.object({
        channel: Channel,
        choice: z.enum(['stop', 'start']),
        source: z.enum(['keyword', 'provider']),
        at: z.string(),
      }),
    ),
    sharers: z.array(z.object({ id: z.string(), name: z.string() })),
    reservation: z.object({ id: z.string(), number: z.string() }).nullable(),
    messages: Messages,
  })
  .transform(({ assignee_id, sms_left, ...row }) => ({ ...row, assigneeId: assignee_id, smsLeft: sms_left }))
/**
 * Everything said to and by a customer, the oldest first. `channels`: those open to an answer, the one they used last first; `sharers`: other customers with
 * the same number; `smsLeft`: how many short messages may still leave this month, null where nobody counts.
 */
export type Conversation = z.infer<typeof Conversation>

/** The messages of a customer that nobody has read, as they are shown. */
export function unreadOf(messages: Messages): string[] {
  return messages.filter(({ direction, isRead }) => direction === 'in' && !isRead).map(({ id }) => id)
}

/** As many files go with one message. */
export const MOST_FILES = 5

/** A message as a customer writes it in the portal. */
export const NewMessage = z.object({
  body: z.string().trim().max(4_000),
  files: z.array(z.uuid()).max(MOST_FILES).default([]),
  idempotencyKey: z.uuid(),
})
export type NewMessage = z.infer<typeof NewMessage>

/** A message as the company writes it. */
export const NewAnswer = NewMessage.extend({
  body: z.string().trim().min(1).max(4_000),
  customerId: z.uuid(),
  channel: Channel,
  reservationId: z.uuid().optional(),
  /** The customer's messages that were shown beside the answer; without them all count as read. */
  read: z.array(z.uuid()).max(1_000).optional(),
})
export type NewAnswer = z.infer<typeof NewAnswer>

export const CONVERSATION_FILTERS = ['all', 'mine', 'unread', 'unassigned'] as const
/** Which conversations a list shows, and from when backwards. */
export const ConversationQuery = z.object({
  filter: z.enum(CONVERSATION_FILTERS).catch('all'),
  before: z.iso.datetime({ offset: true }).optional().catch(undefined),
})
export type ConversationQuery = z.infer<typeof ConversationQuery>

const Summary = z
  .object({
    customer_id: z.string(),
    customer: z.string(),
    body: z.string(),
    direction: z.enum(['in', 'out']),
    channel: Channel,
    at: z.string(),
    unread: z.number(),
    assignee_id: z.string().nullable(),
    assignee: z.string().nullable(),
  })
  .transform(({ customer_id, assignee_id, ...row }) => ({
    ...row,
    customerId: customer_id,
    assigneeId: assignee_id,
  }))
/** A conversation in the list: its last message, how many are unread, who looks after it. */
export type ConversationSummary = z.infer<typeof Summary>

/** The conversation of a private link; open the booking first, which counts wrong tokens. */
export async function getOwnConversation(ctx: SiteContext, token: string): Promise<Messages> {
  const { data, error } = await ctx.db.rpc('conversation_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
  })
  if (error) throw fromPostgres(error)
  return Messages.parse(data ?? [])
}

/** The customer writes to the company. Safe to repeat with the same key. @throws AppError `link_expired` · `rate_limited` */
export async function writeToCompany(ctx: SiteContext, token: string, message: NewMessage): Promise<void> {
  const { error } = await ctx.db.rpc('write_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_body: message.body,
    p_files: message.files,
    p_idempotency_key: message.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'portal.message_written' })
}

/** What was written about a reservation. @throws AppError `not_found` · `forbidden` */
export async function listReservationMessages(ctx: CompanyContext, reservationId: string): Promise<Messages> {
  const { data, error } = await ctx.db.rpc('conversation', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  return Messages.parse(data)
}

/** Everything said to and by a customer. @throws AppError `not_found` · `forbidden` */
export async function getConversation(ctx: CompanyContext, customerId: string): Promise<Conversation> {
  const { data, error } = await ctx.db.rpc('customer_conversation', { p_customer_id: customerId })
  if (error) throw fromPostgres(error)
  return Conversation.parse(data)
}

/** Conversations, the latest first, fifty at a time. @throws AppError `forbidden` */
export async function listConversations(
  ctx: CompanyContext,
  { filter, before }: ConversationQuery,
): Promise<ConversationSummary[]> {
  const { data, error } = await ctx.db.rpc('list_conversations', {
    p_filter: filter,
    ...(before && { p_before: before }),
  })
  if (error) throw fromPostgres(error)
  return z.array(Summary).parse(data)
}

/** How many conversations wait to be read by whoever asks. @throws AppError `forbidden` */
export async function countUnread(ctx: CompanyContext): Promise<number> {
  const { data, error } = await ctx.db.rpc('count_unread_conversations')
  if (error) throw fromPostgres(error)
  return data
}

/**
 * The company writes to a customer. Safe to repeat with the same key; gives the message's id.
 * @throws AppError `not_found` · `channel_closed` · `forbidden`
 */
export async function writeToCustomer(ctx: CompanyContext, answer: NewAnswer): Promise<{ id: string }> {
  const { data, error } = await ctx.db.rpc('write_to_customer', {
    p_customer_id: answer.customerId,
    p_channel: answer.channel,
    p_body: answer.body,
    p_files: answer.files,
    p_idempotency_key: answer.idempotencyKey,
    ...(answer.reservationId && { p_reservation_id: answer.reservationId }),
    ...(answer.read && { p_read: answer.read }),
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'messages.written', customerId: answer.customerId, channel: answer.channel })
  return { id: data }
}

/** Notes that these messages of the customer were read. @throws AppError `not_found` · `forbidden` */
export async function readConversation(
  ctx: CompanyContext,
  { customerId, messages }: { customerId: string; messages: string[] },
): Promise<void> {
  const { error } = await ctx.db.rpc('read_conversation', { p_customer_id: customerId, p_messages: messages })
  if (error) throw fromPostgres(error)
}

/** Says who looks after a conversation; nobody without `userId`. @throws AppError `not_found` · `forbidden` */
export async function assignConversation(
  ctx: CompanyContext,
  { customerId, userId }: { customerId: string; userId: string | null },
): Promise<void> {
  const { error } = await ctx.db.rpc('assign_conversation', {
    p_customer_id: customerId,
    ...(userId && { p_user_id: userId }),
  })
  if (error) throw fromPostgres(error)
}
