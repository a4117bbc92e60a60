import { createHmac } from 'node:crypto'
import { world } from './environment.ts'
import { type Answer, call } from './http.ts'

/** Delivers an event of Stripe's, signed now, to the running application or another one. */
export function deliverWebhook(event: { id: string; account?: string }, app = world.app): Promise<Answer> {
  const payload = JSON.stringify(event)
  const timestamp = Math.floor(Date.now() / 1000)
  const secret = event.account ? world.connectWebhookSecret : world.webhookSecret
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')
  return call(`${app}/api/webhooks/stripe`, {
    method: 'POST',
    headers: { 'stripe-signature': `t=${timestamp},v1=${signature}` },
    body: payload,
  })
}
