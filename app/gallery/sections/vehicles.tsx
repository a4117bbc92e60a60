import { Sample, Section } from '@/app/gallery/section'
import { BODY_TYPES } from '@/components/icons/body-type'
import { SKETCHES } from '@/components/icons/sketches/zones'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { VehicleSketch } from '@/components/icons/vehicle-sketch'
import { accentVariables } from '@/lib/core/accent'

/** The fleet's drawings: silhouettes until there are photos, sketches for marking damage. */
export function VehicleSection() {
  return (
    <Section title="Vehicles">
      <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {BODY_TYPES.map((body, index) => (
          <Sample key={body} name={body}>
            <div
              style={index % 2 ? accentVariables('#e4002b') : undefined}
              className="w-full rounded-lg border bg-surface px-4 py-5"
            >
              <VehicleSilhouette body={body} />
            </div>
          </Sample>
        ))}
      </div>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {SKETCHES.map((sketch) => (
          <Sample key={sketch} name={`Sketch, ${sketch}`}>
            <div className="w-full rounded-lg border bg-surface p-3">
              <VehicleSketch
                sketch={sketch}
                label={`Sketch of a ${sketch}`}
                highlight={sketch === 'van' ? 'left' : undefined}
              >
                <circle
                  cx={0.12}
                  cy={0.4}
                  r={0.022}
                  fill="var(--overdue)"
                  stroke="var(--surface)"
                  strokeWidth={0.006}
                />
              </VehicleSketch>
            </div>
          </Sample>
        ))}
      </div>
    </Section>
  )
}
