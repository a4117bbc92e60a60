import { LINE_HEIGHT, type Scale, xOf } from '@/components/timeline/geometry'
import { type Place, type Row, topOf } from '@/components/timeline/rows'

type GhostProps = { place: Place; lineId: string; rows: Row[]; scale: Scale }

/** Where what is being moved or made would stand; over the lines, so that none of them is drawn anew. */
export function Ghost({ place, lineId, rows, scale }: GhostProps) {
  const left = xOf(place.startsAt, scale)
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute rounded-sm border-2 border-accent border-dashed bg-accent/15"
      style={{
        left,
        width: Math.max(6, xOf(place.endsAt, scale) - left),
        top: topOf(rows, lineId) + 2,
        height: LINE_HEIGHT - 5,
      }}
    />
  )
}
