import { createHmac, randomBytes } from 'node:crypto'
import { createDeliveries, type Deliveries, post } from '../server/deliveries.ts'
import type { Faults } from '../server/faults.ts'

/** What Resend tells of a mail. */
export interface MailEvent {
  id: string
  type: string
  emailId: string
}

/** A new event; its id stays the same however often it is delivered. */
export function mailEvent(type: string, emailId: string): MailEvent {
  return { id: `msg_${randomBytes(12).toString('hex')}`, type, emailId }
}

/** Calls to the application, signed as Resend signs them and repeated until they are accepted, ten times at most. */
export function createEvents(options: {
  appUrl: string
  secret: string
  faults: Faults
  log(line: string): void
}): Deliveries<MailEvent> {
  const url = `${options.appUrl}/api/webhooks/email`
  const key = Buffer.from(options.secret.replace(/^whsec_/, ''), 'base64')
  return createDeliveries<MailEvent>({
    faults: options.faults,
    async send({ id, type, emailId }) {
      const timestamp = String(Math.floor(Date.now() / 1_000))
      const created_at = new Date().toISOString()
      const body = JSON.stringify({ type, created_at, data: { email_id: emailId, created_at } })
      const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
      const status = await post(url, body, {
        'content-type': 'application/json',
        'svix-id': id,
        'svix-timestamp': timestamp,
        'svix-signature': `v1,${mac}`,
      })
      const accepted = status !== null && status < 400
      if (!accepted) options.log(`resend: ${url} answered ${status ?? 'nothing'}`)
      return accepted
    },
    retryAfterMs: (_event, attempts) => (attempts < 10 ? 5_000 * attempts : null),
  })
}
