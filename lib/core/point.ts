/** A place on earth in degrees (WGS 84), north and east positive. */
export type Point = { latitude: number; longitude: number }

const PAIR = /^\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:[,;]\s*|\s+)([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*$/

/** Reads a point as map services copy it, latitude first: "47.3779, 8.5403". Null for anything else. */
export function readPoint(text: string): Point | null {
  const [, latitude, longitude] = (PAIR.exec(text) ?? []).map((part) => Number(part.replace(',', '.')))
  if (latitude === undefined || longitude === undefined) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** A point in the form that map services copy and take. */
export function formatPoint({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
