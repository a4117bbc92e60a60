import { contrastOf } from '@/lib/core/oklch'
import { withLinks } from '@/lib/core/web-links'
import type { Block, Fact, Letter, LetterLogo } from '@/lib/messages/letter'

const INK = '#1f2328'
const QUIET = '#59636e'
const LINE = '#d8dee4'
const SHEET = '#ffffff'
const DARK_SHEET = '#161b22'
/** A word that is longer than the line breaks; a name of sixty letters never pushes the page apart. */
const WRAP = 'overflow-wrap:anywhere;word-break:break-word'
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/**
 * What mail programs that show dark pages do with ours: our own dark colours, instead of theirs turned about. `data-ogsc` is Outlook's.
 * The colours of the company stay: a button is written in whichever of white and ink reads on them.
 */
const DARK = `.page{background:#0d1117!important}.sheet{background:${DARK_SHEET}!important;border-color:#3d444d!important}.ink,.ink b{color:#e6edf3!important}.quiet{color:#9198a1!important}.lines,.lines td,.foot{border-color:#3d444d!important}.logo{padding:8px 12px!important}.dim{border-color:#9198a1!important}`
const DARK_STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${DARK}}${DARK.replace(/(^|})(?=\.)|,(?=\.)/g, (cut) => `${cut}[data-ogsc] `)}`

/** Text as HTML; whatever it holds, it stays text. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** White or ink, whichever is easier to read on the colour. */
export function inkOn(color: string): string {
  return contrastOf(color, SHEET) >= 4.5 ? SHEET : INK
}

/** A button whose colour is nearly the sheet's gets an edge, else its word would seem to stand there alone. */
function edgeOf(color: string): { line: string; className: string } {
  return {
    line: contrastOf(color, SHEET) < 1.25 ? INK : color,
    className: contrastOf(color, DARK_SHEET) < 1.6 ? ' class="dim"' : '',
  }
}

function safeColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : INK
}

function factRow({ label, value, detail, strong }: Fact): string {
  const cell = `padding:8px 0;border-top:1px solid ${LINE};line-height:1.4;vertical-align:top;${WRAP}`
  const beneath = detail
    ? `<br><span class="quiet" style="color:${QUIET};font-size:14px">${escapeHtml(detail)}</span>`
    : ''
  const shown = `${strong ? `<b>${escapeHtml(value)}</b>` : escapeHtml(value)}${beneath}`
  return `<tr><td class="quiet" width="38%" style="${cell};padding-right:16px;color:${QUIET}">${escapeHtml(label)}</td><td class="ink" style="${cell};color:${INK};text-align:right">${shown}</td></tr>`
}

/** A line in the direction of its own script; web addresses in it lead there. */
function lineHtml(line: string): string {
  const pieces = withLinks(line).map(({ text, url }) =>
    url
      ? `<a class="ink" href="${escapeHtml(url)}" style="color:${INK}">${escapeHtml(text)}</a>`
      : escapeHtml(text),
  )
  return `<span dir="auto" style="display:block">${pieces.join('')}</span>`
}

function blockHtml(block: Block, accent: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px;${WRAP}">${block.lines.map(lineHtml).join('')}</p>`
    case 'facts':
      return `<table class="lines" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 24px;table-layout:fixed;border-bottom:1px solid ${LINE};border-collapse:collapse;font-variant-numeric:tabular-nums">${block.rows.map(factRow).join('')}</table>`
    case 'button': {
      const { line, className } = edgeOf(accent)
      return `<p style="margin:0 0 24px"><a${className} href="${escapeHtml(block.url)}" style="display:inline-block;padding:11px 19px;border:1px solid ${line};border-radius:6px;background:${accent};color:${inkOn(accent)};font-weight:600;text-decoration:none">${escapeHtml(block.label)}</a></p>`
    }
  }
}

/** On white, as it was drawn for; on a dark page the ground stands a little around it instead of ending at its edge. */
const LOGO_GROUND = 'display:inline-block;margin-bottom:16px;border:0;border-radius:6px;background:#ffffff'

/** Who writes: the logo, whose text stands in for it where pictures are off, or the name. */
function senderHtml(name: string, logo: LetterLogo | null): string {
  if (!logo) return escapeHtml(name)
  return `<img src="${escapeHtml(logo.url)}" width="${logo.width}" height="${logo.height}" alt="${escapeHtml(name)}" class="logo" style="${LOGO_GROUND}">`
}

function conversationHtml({ conversation }: Letter): string[] {
  if (!conversation) return []
  const { label, url } = conversation
  return [
    `<a class="quiet" href="${escapeHtml(url)}" style="color:${QUIET};text-decoration:underline">${escapeHtml(label)}</a>`,
  ]
}

/** The letter as one self-contained page: tables and inline styles, because that is what mail programs show alike. */
export function letterHtml(letter: Letter, locale: string, logo: LetterLogo | null = null): string {
  const accent = safeColor(letter.sender.accentColor)
  const foot = [...conversationHtml(letter), ...letter.sender.contact.map(escapeHtml)].join('<br>')
  return `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(letter.subject)}</title><style>${DARK_STYLE}</style></head>
<body class="page" style="margin:0;padding:0;background:#f6f8fa">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(letter.preview)}</div>
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f8fa"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;table-layout:fixed"><tr><td height="4" style="height:4px;font-size:0;line-height:0;background:${accent};border-radius:6px 6px 0 0">&nbsp;</td></tr><tr><td class="sheet ink" style="background:${SHEET};border:1px solid ${LINE};border-top:0;border-radius:0 0 6px 6px;padding:24px;font:16px/1.5 ${FONT};color:${INK};text-align:left;${WRAP}">
<p class="quiet" style="margin:0 0 8px;font-weight:600;color:${QUIET};font-size:14px">${senderHtml(letter.sender.name, logo)}</p>
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(letter.heading)}</h1>
${letter.blocks.map((block) => blockHtml(block, accent)).join('\n')}
${foot && `<p class="quiet foot" style="margin:0;padding-top:16px;border-top:1px solid ${LINE};color:${QUIET};font-size:13px">${foot}</p>`}
</td></tr></table></td></tr></table></body></html>`
}
