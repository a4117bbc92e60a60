import { escapeHtml, htmlResponse, page, redirect } from '../server/html.ts'
import { type Route, route } from '../server/router.ts'
import type { Message, MessageStore } from './messages.ts'

/** A page that shows all messages and lets a person answer as the customer. */
export function phoneRoutes(
  store: MessageStore,
  receive: (from: string, to: string, body: string) => Message,
): Route[] {
  return [
    route('GET', '/', () => htmlResponse(phonePage(store.all()))),
    route('POST', '/answer', (call) => {
      const form = new URLSearchParams(call.body.toString())
      receive(form.get('from') ?? '', form.get('to') ?? '', form.get('body') ?? '')
      return redirect('/')
    }),
  ]
}

function phonePage(messages: Message[]): string {
  const latest = messages.find((message) => message.direction === 'outbound-api')
  const rows = messages.map(
    (message) => `<article class="card">
  <p class="soft">${escapeHtml(message.from)} → ${escapeHtml(message.to)} · ${time(message.createdAt)}
  <span class="badge">${message.status}${message.errorCode ? ` ${message.errorCode}` : ''}</span></p>
  <p style="white-space:pre-wrap">${linked(message.body)}</p>
</article>`,
  )
  const body = `
<h1>Messages</h1>
<p class="soft">Every SMS and WhatsApp message. Nothing leaves this computer.</p>
<details class="card"><summary>Answer as a customer</summary>
<form method="post" action="/answer">
  <label for="from">From (the customer)</label><input id="from" name="from" required value="${escapeHtml(latest?.to ?? '+41791234567')}">
  <label for="to">To (the company)</label><input id="to" name="to" required value="${escapeHtml(latest?.from ?? '')}">
  <label for="body">Message</label><textarea id="body" name="body" required></textarea>
  <button type="submit">Send</button>
</form></details>
${rows.join('') || '<p class="card">No messages yet.</p>'}`
  return page({ title: 'Messages', body, width: 40 })
}

function linked(body: string): string {
  return escapeHtml(body).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)
}

function time(iso: string): string {
  return new Date(iso).toLocaleString('de-CH', {
    timeZone: 'Europe/Zurich',
    dateStyle: 'medium',
    timeStyle: 'short',
  })
}
