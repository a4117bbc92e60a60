import type { EventHandler } from '@/lib/core/inbox'
import { processResendEvent } from '@/lib/integrations/resend/events'
import { processStripeEvent } from '@/lib/integrations/stripe/webhook'
import { processTwilioEvent } from '@/lib/integrations/twilio/events'

/** Who works on the stored events of each sender. */
export const eventHandlers: Record<string, EventHandler> = {
  stripe: processStripeEvent,
  resend: processResendEvent,
  twilio: processTwilioEvent,
}
