import { sentForm } from '../server/form.ts'
import { escapeHtml, htmlResponse, page, redirect } from '../server/html.ts'
import { type Call, type Route, route } from '../server/router.ts'
import { notFound } from './errors.ts'
import type { Attachment, Mail, MailStore } from './mail-store.ts'

type SentFile = { filename: string; content_type: string; content: string }
type Answer = { from: string; to: string; subject: string; text: string; attachments: SentFile[] }

/** Pages on which a person reads what was sent, and answers it as its recipient would. */
export function inboxRoutes(store: MailStore, answer: (mail: Answer) => void): Route[] {
  const find = (call: Call): Mail => {
    const mail = store.find(call.params.id ?? '')
    if (!mail) throw notFound('Email')
    return mail
  }

  return [
    route('GET', '/', () => redirect('/inbox')),
    route('GET', '/inbox', (call) =>
      listPage(matching(store.all(), call.query.get('q')), call.query.get('q') ?? ''),
    ),
    route('GET', '/inbox/:id', (call) => mailPage(find(call))),
    route('POST', '/inbox/:id/answer', async (call) => {
      const mail = find(call)
      const form = await sentForm(call)
      answer({
        from: mail.to[0] ?? '',
        to: mail.reply_to[0] ?? mail.from,
        subject: `Re: ${mail.subject}`,
        text: String(form.get('text') ?? ''),
        attachments: await filesOf(form),
      })
      return redirect(`/inbox/${mail.id}`)
    }),
    route('GET', '/inbox/:id/html', (call) => mailBody(find(call))),
    route('GET', '/inbox/:id/attachments/:attachment', (call) => {
      const attachment = find(call).attachments.find(({ id }) => id === call.params.attachment)
      if (!attachment?.content) throw notFound('Attachment')
      return download(attachment)
    }),
    // For tests: whole mails with their attachments, of one recipient or of all.
    route('GET', '/_emulate/emails', (call) => {
      const to = call.query.get('to')
      return Response.json(
        store.all().filter((mail) => !to || mail.to.some((address) => address.includes(to))),
      )
    }),
  ]
}

async function filesOf(form: FormData): Promise<SentFile[]> {
  const files = form.getAll('files').filter((file) => typeof file !== 'string' && file.size > 0) as File[]
  return Promise.all(
    files.map(async (file) => ({
      filename: file.name,
      content_type: file.type,
      content: Buffer.from(await file.arrayBuffer()).toString('base64'),
    })),
  )
}

function matching(mails: Mail[], query: string | null): Mail[] {
  const wanted = query?.trim().toLowerCase()
  if (!wanted) return mails
  return mails.filter((mail) =>
    [mail.subject, mail.from, ...mail.to].join(' ').toLowerCase().includes(wanted),
  )
}

function listPage(mails: Mail[], query: string): Response {
  const rows = mails.map(
    (mail) => `<li><a href="/inbox/${mail.id}">
  <strong>${escapeHtml(mail.subject)}</strong>
  <span class="soft" style="float:right">${time(mail.created_at)}</span><br>
  <span class="soft">${escapeHtml(mail.to.join(', '))} · from ${escapeHtml(mail.from)}
  ${mail.attachments.length > 0 ? `· ${mail.attachments.length} attached` : ''}
  ${mail.last_event === 'delivered' ? '' : `<span class="badge">${mail.last_event}</span>`}</span>
</a></li>`,
  )
  const body = `
<h1>Inbox</h1>
<p class="soft">Every mail the product has sent, whoever it is for. Nothing leaves this computer.</p>
<form role="search"><label for="q">Search</label><input id="q" name="q" type="search" value="${escapeHtml(query)}" placeholder="Recipient or subject"></form>
${rows.length > 0 ? `<ul class="mails">${rows.join('')}</ul>` : '<p class="card">No mail here yet.</p>'}`
  return htmlResponse(page({ title: 'Inbox', body, width: 52 }))
}

function mailPage(mail: Mail): Response {
  const rows: [string, string[]][] = [
    ['From', [mail.from]],
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Bcc', mail.bcc],
    ['Reply to', mail.reply_to],
    ['Sent', [`${time(mail.created_at)}, ${mail.last_event}`]],
  ]
  const facts = rows
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `<tr><th scope="row">${name}</th><td>${escapeHtml(values.join(', '))}</td></tr>`)
  const body = `
<p><a href="/inbox">All mail</a></p>
<h1>${escapeHtml(mail.subject)}</h1>
<table>${facts.join('')}</table>
${attachmentList(mail)}
<details class="card"><summary>Answer as ${escapeHtml(mail.to[0] ?? '')}</summary>
<form method="post" action="/inbox/${mail.id}/answer" enctype="multipart/form-data">
  <label for="text">Message</label><textarea id="text" name="text" required></textarea>
  <label for="files">Attached files</label><input id="files" name="files" type="file" multiple>
  <button type="submit">Send</button>
</form></details>
${mail.html ? `<h2>Message</h2>${frame(mail)}` : ''}
${mail.text ? `<details${mail.html ? '' : ' open'}><summary>Plain text</summary><pre class="card" style="white-space:pre-wrap">${escapeHtml(mail.text)}</pre></details>` : ''}`
  return htmlResponse(page({ title: mail.subject, body, width: 52 }))
}

/** Links of a mail open in the whole window; its scripts never run. */
function frame(mail: Mail): string {
  const allowed = 'allow-same-origin allow-popups allow-top-navigation-by-user-activation'
  return `<iframe title="Message" sandbox="${allowed}" src="/inbox/${mail.id}/html"
  onload="this.style.height=this.contentDocument.documentElement.scrollHeight+24+'px'"></iframe>`
}

function mailBody(mail: Mail): Response {
  const inlined = mail.attachments.reduce((html, { content_id, content_type, content }) => {
    return content_id && content
      ? html.replaceAll(`cid:${content_id}`, `data:${content_type};base64,${content}`)
      : html
  }, mail.html ?? '')
  return htmlResponse(`<base target="_top">${inlined}`)
}

function attachmentList(mail: Mail): string {
  if (mail.attachments.length === 0) return ''
  const links = mail.attachments.map((attachment) => {
    const href = attachment.link ?? `/inbox/${mail.id}/attachments/${attachment.id}`
    const size = attachment.content
      ? ` (${Math.ceil(Buffer.byteLength(attachment.content, 'base64') / 1024)} kB)`
      : ''
    return `<li><a href="${escapeHtml(href)}">${escapeHtml(attachment.filename)}</a>${size}</li>`
  })
  return `<h2>Attachments</h2><ul>${links.join('')}</ul>`
}

function download(attachment: Attachment): Response {
  const name = encodeURIComponent(attachment.filename)
  return new Response(Buffer.from(attachment.content ?? '', 'base64'), {
    headers: {
      'content-type': attachment.content_type,
      'content-disposition': `inline; filename*=UTF-8''${name}`,
    },
  })
}

function time(iso: string): string {
  return new Date(iso).toLocaleString('de-CH', {
    timeZone: 'Europe/Zurich',
    dateStyle: 'medium',
    timeStyle: 'short',
  })
}
