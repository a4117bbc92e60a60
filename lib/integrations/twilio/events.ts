import type { EventHandler } from '@/lib/core/inbox'
import { processDeliveryReport } from '@/lib/integrations/twilio/delivery-report'
import { processIncomingMessage } from '@/lib/integrations/twilio/incoming-message'

/** What Twilio sends: messages of customers, and what became of ours. */
export const processTwilioEvent: EventHandler = (db, event) =>
  event.type === 'message.received' ? processIncomingMessage(db, event) : processDeliveryReport(db, event)
