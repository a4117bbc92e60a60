import type { Face } from '@/lib/core/documents/fonts'
import { INK, type Sheet } from '@/lib/core/documents/sheet'

/** A column; `face` and `size` where its cells are set otherwise than the rest. */
export type Column = { title: string; width: number; align?: 'left' | 'right'; face?: Face; size?: number }

/** One row: a cell of text for each column; a cell may have several lines, and a quieter note beneath. */
export type Row = { cells: string[]; note?: string; strong?: boolean }

const SIZE = 9
const LEADING = 12.5
const PADDING = 3.2
const TIGHT_PADDING = 1.8

/**
 * Rows under a header that repeats on each page. A row is never split, and the last row keeps the one before it,
 * so that no page begins with a lonely line.
 */
export function drawTable(sheet: Sheet, columns: Column[], rows: Row[]): void {
  const wrapped = rows.map((row) => layOut(sheet, columns, row))
  const heights = wrapped.map(
    (lines) => Math.max(...lines.map((cell) => cell.length)) * LEADING + 2 * paddingOf(sheet),
  )
  drawHeader(sheet, columns, (heights[0] ?? 0) + LEADING)
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 0
    const company = index === rows.length - 2 ? (heights[index + 1] ?? 0) : 0
    if (sheet.ensure(height + company)) drawHeader(sheet, columns, height)
    drawRow(sheet, columns, wrapped[index] ?? [], row)
    sheet.y += height
    sheet.rule()
  }
}

/** Above and below the lines of a row. */
function paddingOf(sheet: Sheet): number {
  return sheet.tight ? TIGHT_PADDING : PADDING
}

function faceOf(sheet: Sheet, row: Row): Face {
  return row.strong ? sheet.fonts.semibold : sheet.fonts.regular
}

function layOut(sheet: Sheet, columns: Column[], row: Row): string[][] {
  return columns.map((column, index) => {
    const style = { face: column.face ?? faceOf(sheet, row), size: column.size ?? SIZE }
    const lines = sheet.lines(row.cells[index] ?? '', column.width - PADDING, style)
    return index === 0 && row.note ? [...lines, ...sheet.lines(row.note, column.width, { size: 8 })] : lines
  })
}

function drawHeader(sheet: Sheet, columns: Column[], withRow: number): void {
  sheet.ensure(18 + withRow)
  cellsOf(sheet, columns, (column, x) =>
    sheet.draw(column.title, x, sheet.y + 10, { size: 8, color: INK.quiet, align: column.align ?? 'left' }),
  )
  sheet.y += 16
  sheet.rule(sheet.y, { ...{ x: sheet.left, width: sheet.width }, color: INK.text, thickness: 0.75 })
}

function drawRow(sheet: Sheet, columns: Column[], lines: string[][], row: Row): void {
  const notes = row.note ? sheet.lines(row.note, columns[0]?.width ?? sheet.width, { size: 8 }).length : 0
  cellsOf(sheet, columns, (column, x, index) => {
    const cell = lines[index] ?? []
    for (const [place, line] of cell.entries()) {
      const isNote = index === 0 && place >= cell.length - notes
      const plain = { size: column.size ?? SIZE, face: column.face ?? faceOf(sheet, row) }
      const style = isNote ? { size: 8, color: INK.quiet } : plain
      sheet.draw(line, x, sheet.y + paddingOf(sheet) + SIZE + place * LEADING, {
        ...style,
        align: column.align ?? 'left',
      })
    }
  })
}

/** Visits the columns with the place where their text starts, or ends when it is aligned right. */
function cellsOf(
  sheet: Sheet,
  columns: Column[],
  visit: (column: Column, x: number, index: number) => void,
): void {
  let x = sheet.left
  for (const [index, column] of columns.entries()) {
    visit(column, column.align === 'right' ? x + column.width : x, index)
    x += column.width
  }
}
