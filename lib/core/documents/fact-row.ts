import { INK, mm, type Sheet } from '@/lib/core/documents/sheet'

/** A labelled fact; `share` is its part of the row's width. */
export type Fact = { label: string; value: string; share: number }

/** Facts side by side, each under its label. */
export function drawFacts(sheet: Sheet, facts: Fact[]): void {
  const whole = facts.reduce((sum, fact) => sum + fact.share, 0)
  const columns = facts.map((fact) => {
    const width = (fact.share / whole) * sheet.width
    return { ...fact, width, lines: sheet.lines(fact.value, width - mm(3)) }
  })
  const height = 18 + 12 * Math.max(...columns.map(({ lines }) => lines.length))
  sheet.ensure(height)
  let x = sheet.left
  for (const { label, lines, width } of columns) {
    sheet.draw(label, x, sheet.y + 8, { size: 8, color: INK.quiet })
    for (const [index, line] of lines.entries()) sheet.draw(line, x, sheet.y + 20 + index * 12)
    x += width
  }
  sheet.y += height
}
