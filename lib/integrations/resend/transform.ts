/** Where a mail program begins what it quotes: "On … wrote:" in our languages, or its own rule. */
const QUOTE_BEGINS = [
  /^(?:Am|On|Le|Il(?: giorno)?)\b.{4,200}(?:schrieb|wrote|a écrit|ha scritto)\b.{0,200}:\s*$/i,
  /^-{2,}\s*(?:Original|Ursprüngliche|Message d’origine|Messaggio originale)/i,
  /^_{10,}\s*$/,
  /^(?:Von|From|De|Da):\s.+@.+/i,
]

/** The address out of `Name <address>`, in lower case. */
export function addressIn(written: string): string {
  return (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase()
}

/** What somebody wrote anew in a mail: its text without what it quotes; a mail of HTML alone as text. */
export function newText({ text, html }: { text: string | null; html: string | null }): string {
  const lines = (text ?? textOf(html ?? '')).replace(/\r\n?/g, '\n').split('\n')
  const quote = lines.findIndex(
    (line, at) => QUOTE_BEGINS.some((begins) => begins.test(line)) || begunOverTwoLines(line, lines[at + 1]),
  )
  const own = quote > 0 ? lines.slice(0, quote) : lines
  while (own.length > 0 && /^\s*(?:>.*)?$/.test(own.at(-1) ?? '')) own.pop()
  return storable(own.join('\n')).trim()
}

/** Text without the signs the database cannot hold: NUL, and halves of signs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** Long introductions of a quote are wrapped before "wrote:". */
function begunOverTwoLines(line: string, next: string | undefined): boolean {
  return (
    next !== undefined && /^(?:Am|On|Le|Il)\b/.test(line) && QUOTE_BEGINS[0]?.test(`${line} ${next}`) === true
  )
}

function textOf(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<blockquote\b[\s\S]*/i, '')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Smaller pictures within a mail's text are logos and signs, not something that was sent. */
const LEAST_INLINE_BYTES = 20_000

type Attachment = {
  id: string
  filename: string | null
  size: number
  content_type: string
  content_disposition: string | null
}

/** What hung on a mail because somebody meant it to: neither the signature's logo nor the mail program's seals. */
export function filesOf(attachments: Attachment[]): Attachment[] {
  return attachments.filter(
    ({ size, content_type: type, content_disposition: place }) =>
      !/-signature$/.test(type) && (place !== 'inline' || size >= LEAST_INLINE_BYTES),
  )
}
