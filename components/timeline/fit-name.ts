const FONT_PX = 12
const ELLIPSIS_PX = 9

let ruler: CanvasRenderingContext2D | null = null
const widths = new Map<string, number>()

/** As much of a name as a block has room for: cut here, because the browser would cut it with a clip of its own for each. */
export function fitName(name: string, room: number): string {
  const width = widthOf(name)
  if (width <= room) return name
  let most = Math.floor((name.length * (room - ELLIPSIS_PX)) / width)
  while (most > 0 && widthOf(name.slice(0, most)) > room - ELLIPSIS_PX) most -= 1
  return most > 0 ? `${name.slice(0, most).trimEnd()}…` : ''
}

function widthOf(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  if (!ruler) {
    ruler = document.createElement('canvas').getContext('2d')
    if (ruler) ruler.font = `${FONT_PX}px ${getComputedStyle(document.body).fontFamily}`
  }
  const width = ruler?.measureText(text).width ?? text.length * 7
  if (widths.size > 20_000) widths.clear()
  widths.set(text, width)
  return width
}
