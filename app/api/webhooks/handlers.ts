import type { EventHandler } from '@/lib/core/inbox'
import { processStripeEvent } from '@/lib/integrations/stripe/webhook'
import { processTwilioEvent } from '@/lib/integrations/twilio/delivery-report'

/** Who works on the stored events of each sender. */
export const eventHandlers: Record<string, EventHandler> = {
  stripe: processStripeEvent,
  twilio: processTwilioEvent,
}
