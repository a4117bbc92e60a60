/** The alphabet of the network: what it holds costs seven bits, what stands in its second table twice as much. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const SECOND = '^{}\\[~]|€\f'

/** How many parts a short message is sent and paid in; one sign outside the alphabet makes all parts shorter. */
export function smsLength(text: string): { characters: number; segments: number; isPlain: boolean } {
  const isPlain = [...text].every((sign) => BASIC.includes(sign) || SECOND.includes(sign))
  const units = isPlain
    ? [...text].reduce((sum, sign) => sum + (SECOND.includes(sign) ? 2 : 1), 0)
    : text.length
  const [single, part] = isPlain ? [160, 153] : [70, 67]
  return {
    characters: units,
    segments: units <= single ? 1 : Math.ceil(units / part),
    isPlain,
  }
}
