/** Text as paper can hold it: one line of composed characters, nothing that cannot be seen, no broken halves. */
export function printable(value: unknown): string {
  return String(value ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]+/gu, ' ')
    .replace(/[\u202F\u2007]/g, '\u00A0')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
}

/** Breaks a text into lines no wider than `width`; a single word that is wider is cut where it must be. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  const blank = measure(' ')
  let line = ''
  let taken = 0
  for (const word of text.split(' ')) {
    // Word by word: measuring the growing line again and again would cost its length squared.
    const own = measure(word.slice(0, 800))
    if ((line ? taken + blank : 0) + own <= width) {
      taken += (line ? blank : 0) + own
      line = line ? `${line} ${word}` : word
      continue
    }
    if (line) lines.push(line)
    line = word
    while ([...line].length > 1 && measure(line.slice(0, 800)) > width) {
      const fitting = fittingPart(line, width, measure)
      lines.push(fitting)
      line = line.slice(fitting.length)
    }
    taken = measure(line.slice(0, 800))
  }
  if (line) lines.push(line)
  return lines.length > 0 ? lines : ['']
}

/** The text on one line of at most `width`, ended by an ellipsis where it had to be cut. */
export function shortenText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  return `${fittingPart(text, width - measure('…'), measure).trimEnd()}…`
}

/** The longest beginning that fits, one letter at least; widths only grow, so halving finds it. */
function fittingPart(text: string, width: number, measure: (text: string) => number): string {
  const characters = [...text]
  let fits = 1
  let tooLong = Math.min(characters.length, 400) + 1
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (measure(characters.slice(0, middle).join('')) <= width) fits = middle
    else tooLong = middle
  }
  return characters.slice(0, fits).join('')
}
