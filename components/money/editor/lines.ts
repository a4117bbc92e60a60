import type { DraftLine } from '@/lib/money/drafts/schema'

/** A line while it is typed: the quantity as text, the price once it is an amount. */
export type EditedLine = {
  key: string
  text: string
  quantity: string
  unitRappen: number | null
  vatBp: number
}

/** `1.5` and `1,5` alike; null for what is no quantity. */
export function quantityOf(text: string): number | null {
  const quantity = Number(text.trim().replace(',', '.'))
  return /^\d{1,5}([.,]\d{1,3})?$/.test(text.trim()) && quantity > 0 ? quantity : null
}

/** What of the typed lines can be priced: those with a quantity and an amount. */
export function pricedLines(lines: EditedLine[]): (DraftLine & { key: string })[] {
  return lines.flatMap(({ key, text, quantity, unitRappen, vatBp }) => {
    const count = quantityOf(quantity)
    return count !== null && unitRappen !== null ? [{ key, text, quantity: count, unitRappen, vatBp }] : []
  })
}

/** A line nobody has written anything into. */
function isBlank({ text, unitRappen }: EditedLine): boolean {
  return text.trim() === '' && unitRappen === null
}

export type LineProblem = 'text' | 'quantity' | 'price'

/** Why lines cannot stay as they are, by key. Blank ones are left out, but of nothing but blank ones the first is wanted. */
export function problemsOf(lines: EditedLine[]): Map<string, LineProblem> {
  const written = lines.filter((line) => !isBlank(line))
  return new Map(
    (written.length > 0 ? written : lines.slice(0, 1)).flatMap((line) => {
      const problem = problemOf(line)
      return problem ? [[line.key, problem]] : []
    }),
  )
}

function problemOf(line: EditedLine): LineProblem | null {
  if (line.text.trim() === '') return 'text'
  if (quantityOf(line.quantity) === null) return 'quantity'
  return line.unitRappen === null ? 'price' : null
}
