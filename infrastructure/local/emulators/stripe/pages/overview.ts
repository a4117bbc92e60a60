import { escapeHtml, htmlResponse, page } from '../../server/html.ts'
import { type Route, route } from '../../server/router.ts'
import type { World } from '../world.ts'
import { money } from './words.ts'

const SHOWN = 50

/** A page that shows what was paid and what the webhook was told. */
export function overviewRoutes(world: World): Route[] {
  return [
    route('GET', '/', () => htmlResponse(page({ title: 'Payments', body: overview(world), width: 52 }))),
  ]
}

function overview(world: World): string {
  const payments = world.store.everywhere('payment_intent').slice(0, SHOWN)
  const events = world.store.everywhere('event').slice(0, SHOWN)
  const sessions = world.store.everywhere('checkout.session').filter(({ value }) => value.status === 'open')
  return `
<h1>Payments</h1>
<p class="soft">What the Stripe emulator knows. No money moves.</p>
<h2>Open checkouts</h2>
${table(
  ['Amount', 'Page'],
  sessions
    .slice(0, SHOWN)
    .map(({ value }) => [
      money(value.amount_total ?? 0, value.currency ?? 'chf'),
      `<a href="${escapeHtml(value.url ?? '')}">Open</a>`,
    ]),
)}
<h2>Payments</h2>
${table(
  ['Payment', 'Amount', 'State', 'Account'],
  payments.map(({ owner, value }) => [
    escapeHtml(value.id),
    money(value.amount, value.currency),
    value.status,
    escapeHtml(owner ?? 'platform'),
  ]),
)}
<h2>Events</h2>
${table(
  ['Event', 'Type', 'Webhook'],
  events.map(({ value }) => [
    escapeHtml(value.id),
    value.type,
    value.pending_webhooks > 0 ? 'not accepted yet' : '',
  ]),
)}`
}

function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '<p class="soft">None yet.</p>'
  const headings = head.map((name) => `<th scope="col">${name}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  return `<table><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table>`
}
