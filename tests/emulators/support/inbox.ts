import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Stripe from 'stripe'

export interface Delivery {
  body: string
  signature: string
  event: Stripe.Event
}

export interface WebhookInbox {
  url: string
  deliveries: Delivery[]
  /** What to answer; a function sees how many came before. */
  answer: (count: number) => number
  /** Waits until something of this type has come. */
  waitFor(type: string): Promise<Stripe.Event>
  close(): Promise<void>
}

const WAIT_MS = 5000

/** Plays the application's webhook endpoint. */
export async function openWebhookInbox(): Promise<WebhookInbox> {
  const deliveries: Delivery[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const signature = String(request.headers['stripe-signature'] ?? '')
      deliveries.push({ body, signature, event: JSON.parse(body) as Stripe.Event })
      response.writeHead(request.url === '/api/webhooks/stripe' ? inbox.answer(deliveries.length) : 404).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const inbox: WebhookInbox = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    deliveries,
    answer: () => 200,
    async waitFor(type) {
      const until = Date.now() + WAIT_MS
      while (Date.now() < until) {
        const found = deliveries.find((delivery) => delivery.event.type === type)
        if (found) return found.event
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      throw new Error(
        `No ${type} within ${WAIT_MS} ms; came: ${deliveries.map((d) => d.event.type).join(', ')}`,
      )
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return inbox
}
