import 'server-only'
import { env } from '@/lib/core/env'

const MAPBOX = 'https://api.mapbox.com'
const ANSWER_WITHIN_MS = 10_000

/** Whether maps and look-ups of addresses are to be had; without a token the product works without them. */
export function hasMapbox(): boolean {
  return env().MAPBOX_ACCESS_TOKEN !== undefined
}

/**
 * What Mapbox answers to a path. Its token stays on our side: visitors never talk to Mapbox.
 * @throws Error when it refuses or does not answer in ten seconds
 */
export async function askMapbox(path: string, query: Record<string, string>): Promise<Response> {
  const { MAPBOX_ACCESS_TOKEN: token = '', MAPBOX_API_BASE: base = MAPBOX } = env()
  const address = new URL(path, base)
  address.search = new URLSearchParams({ ...query, access_token: token }).toString()
  const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  // Not the address, which bears the token.
  if (!answer.ok) throw new Error(`Mapbox refused ${path.split('/')[1]}: ${answer.status}`)
  return answer
}
