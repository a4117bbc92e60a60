import sharp from 'sharp'
import { escapeHtml } from '../server/html.ts'
import { project, type View } from './projection.ts'
import { type LonLat, switzerland } from './switzerland.ts'

export interface Pin {
  at: LonLat
  color: string
  label: string
}

const PAINTS = {
  light: { land: '#f3f4f2', line: '#cfd3cf', water: '#c4d9e6', name: '#5d6560', halo: '#f3f4f2' },
  dark: { land: '#20252a', line: '#3a4148', water: '#16313f', name: '#9aa3ab', halo: '#20252a' },
} as const

/** Room of a name in pixels: half of it by its letters, and from one line to the next; of a pin likewise. */
const LETTER = 3.4
const LINE = 26
const PIN = 18

/** Draws cantons, lakes, names of places and the pins as PNG, twice as fine as its size. */
export function drawMap(view: View, pins: Pin[], look: keyof typeof PAINTS): Promise<Buffer> {
  const { land, line, water, name, halo } = PAINTS[look]
  const country = switzerland()
  const { width, height } = view
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="${land}"/>
    <path d="${outline(view, country.cantons)}" fill="none" stroke="${line}" stroke-width="1.2" stroke-dasharray="5 3"/>
    <path d="${outline(view, country.lakes)}" fill="${water}"/>
    <g font-family="sans-serif" font-size="11" text-anchor="middle" fill="${name}" stroke="${halo}" stroke-width="3" paint-order="stroke">${namesOn(view, pins)}</g>
    ${pins.map((pin) => drawPin(view, pin)).join('')}
    <text x="${width - 6}" y="${height - 6}" text-anchor="end" font-family="sans-serif" font-size="9" fill="${name}">© Mapbox (emulated)</text>
  </svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

function outline(view: View, rings: LonLat[][]): string {
  return rings
    .map((ring) => ring.map((point) => project(view, point)))
    .filter((ring) => touches(view, ring))
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('')
}

function touches({ width, height }: View, ring: [number, number][]): boolean {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height
}

/** As many names as have room, those near a pin first. */
function namesOn(view: View, pins: Pin[]): string {
  const taken = pins.map(({ at }) => ({ spot: project(view, at), half: PIN }))
  const inside = switzerland()
    .places.map(({ name, at }) => ({ name, spot: project(view, at), half: name.length * LETTER }))
    .filter(({ spot: [x, y], half }) => x > half && x < view.width - half && y > 14 && y < view.height - 18)
  const nearest = ([x, y]: [number, number]) =>
    Math.min(...pins.map(({ at }) => project(view, at)).map(([a, b]) => Math.hypot(a - x, b - y)))
  const shown: string[] = []
  for (const place of inside.toSorted((a, b) => nearest(a.spot) - nearest(b.spot))) {
    const [x, y] = place.spot
    const meets = ({ spot: [a, b], half }: (typeof taken)[number]) =>
      Math.abs(a - x) < half + place.half + 8 && Math.abs(b - y) < LINE
    if (taken.some(meets)) continue
    taken.push(place)
    shown.push(`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}">${escapeHtml(place.name)}</text>`)
  }
  return shown.join('')
}

function drawPin(view: View, { at, color, label }: Pin): string {
  const [x, y] = project(view, at)
  const text = label
    ? `<text y="-21" text-anchor="middle" font-family="sans-serif" font-size="15" font-weight="700" fill="#fff">${escapeHtml(label)}</text>`
    : '<circle cy="-26" r="5" fill="#fff"/>'
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><path d="M0 0C-7-10-14-17-14-26A14 14 0 0 1 14-26C14-17 7-10 0 0Z" fill="#${color}" stroke="#fff" stroke-width="1.5"/>${text}</g>`
}
