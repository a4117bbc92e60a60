import { createFaults } from '../server/faults.ts'
import { listen, stop } from '../server/http.ts'
import { type Call, dispatch, route } from '../server/router.ts'
import { drawMap, type Pin } from './draw-map.ts'
import { geocode } from './geocode.ts'
import { type View, viewAt, viewOf } from './projection.ts'
import type { LonLat } from './switzerland.ts'

export interface MapboxOptions {
  port: number
  log(line: string): void
}

const PIN = /^pin-[sl](?:-([0-9]{1,2}|[a-z]))?\+([0-9a-f]{6})\((-?[\d.]+),(-?[\d.]+)\)$/
const LARGEST = 1280

/** Starts Mapbox: looks addresses up and draws static maps of Switzerland. */
export async function startMapbox({
  port,
  log,
}: MapboxOptions): Promise<{ url: string; close(): Promise<void> }> {
  const faults = createFaults()
  const api = [
    route('GET', '/search/geocode/v6/forward', ({ query }) => Response.json(geocode(query))),
    route('GET', '/styles/v1/mapbox/:style/static/:pins/:view/:size', staticMap),
  ]
  async function answer(call: Call): Promise<Response> {
    const shown = dispatch(faults.routes, call)
    if (shown) return shown
    await faults.delay(call)
    const failure = faults.takeFailure(call)
    if (failure !== null) return refusal(failure, 'Injected failure')
    if (!call.query.get('access_token')?.startsWith('pk.'))
      return refusal(401, 'Not Authorized - Invalid Token')
    return (await dispatch(api, call)) ?? refusal(404, 'Not Found')
  }
  const server = await listen(port, answer, log)
  return { url: `http://localhost:${port}`, close: () => stop(server) }
}

async function staticMap({ params, query }: Call): Promise<Response> {
  const [, width, height] = (/^(\d+)x(\d+)@2x$/.exec(params.size ?? '') ?? []).map(Number)
  const pins = (params.pins ?? '').split(/,(?=pin-)/).map(readPin)
  if (!width || !height || width > LARGEST || height > LARGEST || !pins.every((pin) => pin !== null))
    return refusal(422, 'Unprocessable')
  const view = readView(params.view ?? '', pins, {
    width,
    height,
    padding: Number(query.get('padding') ?? 0),
  })
  if (!view) return refusal(422, 'Unprocessable')
  const picture = await drawMap(view, pins, params.style?.startsWith('dark') ? 'dark' : 'light')
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } })
}

function readPin(text: string): Pin | null {
  const [, label = '', color, longitude, latitude] = PIN.exec(text) ?? []
  return color ? { label, color, at: [Number(longitude), Number(latitude)] } : null
}

function readView(
  text: string,
  pins: Pin[],
  { width, height, padding }: { width: number; height: number; padding: number },
): View | null {
  if (text === 'auto')
    return viewOf(
      pins.map(({ at }) => at),
      padding,
      width,
      height,
    )
  const [longitude, latitude, zoom] = text.split(',').map(Number)
  const numbers = [longitude, latitude, zoom]
  if (!numbers.every((number) => number !== undefined && Number.isFinite(number))) return null
  return viewAt([longitude, latitude] as LonLat, zoom ?? 0, width, height)
}

const refusal = (status: number, message: string) => Response.json({ message }, { status })
