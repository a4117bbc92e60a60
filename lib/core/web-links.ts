/** A piece of a text; `url` where it is the address of a web page. */
export type TextPiece = { text: string; url?: string }

/** Punctuation after an address belongs to the sentence, and so does a bracket that was opened before it. */
const ADDRESS = /https?:\/\/[^\s<>"'“”«»…]*[^\s<>"'“”«»….,;:!?)\]}]/gi

/** A text in pieces, its web addresses apart. One whose secret was left out leads nowhere and stays text. */
export function withLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const after = index + address.length
    if (!URL.canParse(address) || /^\/?…/.test(text.slice(after))) continue
    pieces.push({ text: text.slice(end, index) }, { text: address, url: address })
    end = after
  }
  return [...pieces, { text: text.slice(end) }].filter((piece) => piece.text !== '')
}
