import type { EventHandler } from '@/lib/core/inbox'
import { processStripeEvent } from '@/lib/integrations/stripe/webhook'

/** Who works on the stored events of each sender. */
export const eventHandlers: Record<string, EventHandler> = { stripe: processStripeEvent }
