/** The alphabet of the network: what it holds costs seven bits, what stands in its second table twice as much. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const SECOND = '^{}\\[~]|€\f'

/** What stands in the alphabet for signs of typesetters. */
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
}

/** A text for an SMS without signs of typesetters: one of them alone would more than halve what fits into it. */
export function plainSigns(text: string): string {
  return text.replace(/[‘’“”„«»–—…\u00A0\u202F]/g, (sign) => PLAIN[sign] ?? sign)
}

const READABLE = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** In how many parts a short message is sent and paid, as Twilio counts them; one sign outside the alphabet makes all parts shorter. */
export function smsLength(text: string): { characters: number; segments: number; isPlain: boolean } {
  const isPlain = [...text].every((sign) => BASIC.includes(sign) || SECOND.includes(sign))
  const sizes = isPlain
    ? [...text].map((sign) => (SECOND.includes(sign) ? 2 : 1))
    : [...READABLE.segment(text)].map(({ segment }) => segment.length)
  const characters = sizes.reduce((sum, size) => sum + size, 0)
  const [single, part] = isPlain ? [160, 153] : [70, 67]
  return { characters, segments: characters <= single ? 1 : partsOf(sizes, part), isPlain }
}

/** No sign is cut in two: one that does not fit begins the next part. */
function partsOf(sizes: number[], part: number): number {
  let parts = 1
  let room = part
  for (const size of sizes) {
    if (size > room) {
      parts += 1
      room = part
    }
    room -= size
  }
  return parts
}
