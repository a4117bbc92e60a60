import type { OutboxHandler } from '@/lib/core/outbox'
import { authoriseDeposit, resolveDeposit } from '@/lib/integrations/stripe/deposit'
import { refundAtStripe } from '@/lib/integrations/stripe/refund'
import { messageHandlers } from '@/lib/messages/handlers/by-topic'

/** Every topic that the database queues, and who does the work. */
export const outboxHandlers: Record<string, OutboxHandler> = {
  'stripe.refund': refundAtStripe,
  'stripe.deposit_authorise': authoriseDeposit,
  'stripe.deposit_resolve': resolveDeposit,
  ...messageHandlers,
}
