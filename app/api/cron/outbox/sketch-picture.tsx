import sharp from 'sharp'
import { BODY_TYPES, type BodyType } from '@/components/icons/body-type'
import { sketchFor } from '@/components/icons/sketches/zones'
import { VehicleSketch } from '@/components/icons/vehicle-sketch'
import { processWide } from '@/lib/core/process-wide'

const SIZE = 900
/** The screen's colours as ink: paper knows no themes. */
const INK: Record<string, string> = {
  currentColor: '#5c6068',
  'var(--surface)': '#ffffff',
  'var(--accent-soft)': '#f1f2f4',
  'var(--accent-line)': '#5c6068',
}

/** The vehicle's sketch as JPEG, the same drawing that damage is marked on; drawn once for each kind of vehicle. */
export function drawSketch(bodyType: string): Promise<Uint8Array> {
  const body = BODY_TYPES.find((type) => type === bodyType) ?? 'compact'
  return processWide(`sketch.${body}`, () => render(body))
}

async function render(body: BodyType): Promise<Uint8Array> {
  // Loaded here because Next refuses it at the top of a file that pages might share.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const markup = renderToStaticMarkup(<VehicleSketch sketch={sketchFor(body)} label="" />)
  const svg = Object.entries(INK)
    .reduce((drawn, [from, to]) => drawn.replaceAll(from, to), markup)
    .replace('<svg', `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}"`)
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 92 }).toBuffer()
}
