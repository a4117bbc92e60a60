import {
  type Color,
  closePath,
  fill,
  lineTo,
  moveTo,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setFillingColor,
} from 'pdf-lib'
import { encode } from 'uqr'
import type { Sheet } from '@/lib/core/documents/sheet'

/** Dark modules of a code by row and column. */
export type Modules = boolean[][]

const BLACK = rgb(0, 0, 0)

/** A QR code of a text without its quiet zone, as a square at a place of this page; `y` is its upper edge. */
export function drawQr(sheet: Sheet, text: string, x: number, y: number, size: number): void {
  drawModules(sheet, encode(text, { ecc: 'M', border: 0 }).data, { x, y, size })
}

/** The modules of a code as one filled outline; neighbours are one bar, so that screens show no hairlines between them. */
export function drawModules(
  sheet: Sheet,
  modules: Modules,
  { x, y, size, color = BLACK }: { x: number; y: number; size: number; color?: Color },
): void {
  const side = size / modules.length
  const upper = sheet.page.getHeight() - y
  const bars = modules.flatMap((cells, row) =>
    barsOf(cells).map(({ start, length }) => {
      const [left, top] = [x + start * side, upper - row * side]
      const [right, bottom] = [left + length * side, top - side]
      return [moveTo(left, top), lineTo(right, top), lineTo(right, bottom), lineTo(left, bottom), closePath()]
    }),
  )
  sheet.page.pushOperators(
    pushGraphicsState(),
    setFillingColor(color),
    ...bars.flat(),
    fill(),
    popGraphicsState(),
  )
}

function barsOf(cells: boolean[]): { start: number; length: number }[] {
  const bars: { start: number; length: number }[] = []
  for (const [place, dark] of cells.entries()) {
    const last = bars.at(-1)
    if (dark && last && last.start + last.length === place) last.length += 1
    else if (dark) bars.push({ start: place, length: 1 })
  }
  return bars
}
