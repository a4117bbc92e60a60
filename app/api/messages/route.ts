import { apiRoute } from '@/lib/core/route'
import { ConversationQuery, listConversations } from '@/lib/messages/conversation'

/** Conversations, the latest first. */
export const GET = apiRoute({ query: ConversationQuery, permission: 'reservations.see' }, ({ ctx, query }) =>
  listConversations(ctx, query),
)
