import { sentForm } from '../server/form.ts'
import { escapeHtml, htmlResponse, page, redirect } from '../server/html.ts'
import { type Route, route } from '../server/router.ts'
import { type Media, mediaOfForm } from './media.ts'
import type { Message, MessageStore } from './messages.ts'

/** A page that shows all messages and lets a person answer as the customer. */
export function phoneRoutes(
  store: MessageStore,
  receive: (from: string, to: string, body: string, media: Media[]) => Message,
): Route[] {
  return [
    route('GET', '/', () => htmlResponse(phonePage(store.all()))),
    route('POST', '/answer', async (call) => {
      const form = await sentForm(call)
      const [from, to, body] = ['from', 'to', 'body'].map((name) => String(form.get(name) ?? ''))
      receive(from ?? '', to ?? '', body ?? '', await mediaOfForm(form))
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
  ${message.media.map(mediumShown).join(' ')}
</article>`,
  )
  const body = `
<h1>Messages</h1>
<p class="soft">Every SMS and WhatsApp message. Nothing leaves this computer.</p>
<details class="card"><summary>Answer as a customer</summary>
<form method="post" action="/answer" enctype="multipart/form-data">
  <label for="from">From (the customer)</label><input id="from" name="from" required value="${escapeHtml(latest?.to ?? '+41791234567')}">
  <label for="to">To (the company)</label><input id="to" name="to" required value="${escapeHtml(latest?.from ?? '')}">
  <label for="body">Message</label><textarea id="body" name="body"></textarea>
  <label for="media">Photos or documents</label><input id="media" name="media" type="file" multiple>
  <button type="submit">Send</button>
</form></details>
${rows.join('') || '<p class="card">No messages yet.</p>'}`
  return page({ title: 'Messages', body, width: 40 })
}

function mediumShown({ sid, contentType }: Media): string {
  const face = contentType.startsWith('image/')
    ? `<img src="/media/${sid}" alt="${escapeHtml(contentType)}" height="96">`
    : escapeHtml(contentType)
  return `<a href="/media/${sid}">${face}</a>`
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
