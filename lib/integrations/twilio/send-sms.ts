import 'server-only'
import { env } from '@/lib/core/env'
import { appUrl } from '@/lib/core/hosts'
import { PermanentFailure } from '@/lib/core/outbox'
import { twilioClient } from '@/lib/integrations/twilio/client'

/** Twilio's codes for a number that will never receive: not a number, no mobile, opted out, unreachable country. */
const HOPELESS = new Set([21211, 21214, 21217, 21401, 21408, 21610, 21612, 21614])

/**
 * Sends a short message to a number in international form; gives Twilio's id of it.
 * @throws PermanentFailure when this number cannot be reached
 */
export async function sendSms({ to, text }: { to: string; text: string }): Promise<string> {
  try {
    const message = await twilioClient().messages.create({
      to,
      from: env().TWILIO_FROM,
      body: text,
      statusCallback: appUrl('/api/webhooks/twilio'),
    })
    return message.sid
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? Number(error.code) : undefined
    const reason = `Twilio refused: ${code ?? 'no answer'}`
    throw code !== undefined && HOPELESS.has(code) ? new PermanentFailure(reason) : new Error(reason)
  }
}
