/** Lines of the drawing keep their weight at any size. */
export const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  vectorEffect: 'non-scaling-stroke',
} as const

/** The car's outline: tinted, so that it stands on any ground. */
export function Body({ d }: { d: string }) {
  return <path {...line} d={d} fill="var(--accent-soft)" />
}

/** Windows. */
export function Glass({ d }: { d: string }) {
  return <path d={d} fill="currentColor" fillOpacity={0.16} />
}

/** Seams of doors and lids. */
export function Seam({ d }: { d: string }) {
  return <path {...line} d={d} strokeWidth={1} strokeOpacity={0.45} />
}

/** Handles, lamps, stripes: the small parts in the accent. */
export function Trim({ d }: { d: string }) {
  return <path {...line} d={d} stroke="var(--accent-line)" strokeWidth={2} />
}

/** A wheel on the ground line. */
export function Wheel({ x, y = 72, r = 13 }: { x: number; y?: number; r?: number }) {
  return (
    <>
      <circle cx={x} cy={y} r={r} {...line} fill="var(--surface)" />
      <circle cx={x} cy={y} r={r * 0.5} {...line} strokeWidth={1} strokeOpacity={0.45} />
      <circle cx={x} cy={y} r={r * 0.16} fill="var(--accent-line)" />
    </>
  )
}
