import type { MouseEvent } from 'react'
import { BODY_TYPES } from '@/components/icons/body-type'
import { sketchFor, zoneAt } from '@/components/icons/sketches/zones'
import { VehicleSketch } from '@/components/icons/vehicle-sketch'
import type { Damage } from '@/lib/handover/handover'

type MarkedSketchProps = {
  bodyType: string
  label: string
  damages: Damage[]
  known: Damage[]
  /** Names a mark for those who cannot see it, and makes it a button. */
  labelOf: (damage: Damage) => string
  /** Hears where it was pressed; without it the sketch is only seen. */
  onPress?: (at: { x: number; y: number; view: Damage['view'] }) => void
  onChoose?: (damage: Damage) => void
}

/** The vehicle folded open with its marks: new ones numbered and filled, known ones as rings. */
export function MarkedSketch(props: MarkedSketchProps) {
  const { bodyType, label, damages, known, labelOf, onPress, onChoose } = props
  const sketch = sketchFor(BODY_TYPES.find((type) => type === bodyType) ?? 'compact')

  function press(event: MouseEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (at: number, from: number, size: number) => Math.min(1, Math.max(0, (at - from) / size))
    const x = share(event.clientX, box.left, box.width)
    const y = share(event.clientY, box.top, box.height)
    onPress?.({ x, y, view: zoneAt(sketch, x, y) })
  }

  return (
    <VehicleSketch sketch={sketch} label={label} onClick={onPress && press} className="touch-manipulation">
      {known.filter(isOutside).map((damage) => (
        <circle
          key={damage.id}
          cx={damage.x}
          cy={damage.y}
          r={0.022}
          fill="var(--surface)"
          stroke="var(--pending)"
          strokeWidth={0.007}
        >
          <title>{labelOf(damage)}</title>
        </circle>
      ))}
      {damages.map((damage, index) => {
        if (!isOutside(damage)) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside a drawing
          <g
            key={damage.id}
            role="button"
            tabIndex={0}
            aria-label={`${index + 1} ${labelOf(damage)}`}
            onClick={(event) => {
              event.stopPropagation()
              onChoose?.(damage)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onChoose?.(damage)
            }}
          >
            <circle cx={damage.x} cy={damage.y} r={0.06} fill="transparent" />
            <circle cx={damage.x} cy={damage.y} r={0.032} fill="var(--overdue)" />
            <text
              x={damage.x}
              y={damage.y + 0.013}
              textAnchor="middle"
              fontSize={0.036}
              fontWeight={600}
              fill="var(--surface)"
            >
              {index + 1}
            </text>
          </g>
        )
      })}
    </VehicleSketch>
  )
}

function isOutside({ view }: Damage): boolean {
  return view !== 'interior'
}
