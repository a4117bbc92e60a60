import type { ComponentType } from 'react'
import type { BodyType } from '@/components/icons/body-type'
import { Camper } from '@/components/icons/silhouettes/camper'
import { Compact } from '@/components/icons/silhouettes/compact'
import { Convertible } from '@/components/icons/silhouettes/convertible'
import { Estate } from '@/components/icons/silhouettes/estate'
import { Minibus } from '@/components/icons/silhouettes/minibus'
import { Suv } from '@/components/icons/silhouettes/suv'
import { Van } from '@/components/icons/silhouettes/van'
import { cn } from '@/components/ui/cn'

const drawings: Record<BodyType, ComponentType> = {
  compact: Compact,
  estate: Estate,
  suv: Suv,
  van: Van,
  minibus: Minibus,
  camper: Camper,
  convertible: Convertible,
}

type VehicleSilhouetteProps = { body: BodyType; className?: string }

const BOX = '12 0 216 92'

/**
 * A vehicle from the side, in the text's colour and the company's accent, until there is a photo of it. Only seen:
 * the name stands beside it. Size it by its width.
 */
export function VehicleSilhouette({ body, className }: VehicleSilhouetteProps) {
  return (
    <svg viewBox={BOX} aria-hidden="true" className={cn('w-full text-muted', className)}>
      <Drawing body={body} />
    </svg>
  )
}

/** Drawings that a page shows many times, once: `SilhouetteCopy` refers to them. */
export function SilhouetteSprite({ bodies }: { bodies: BodyType[] }) {
  return (
    <svg aria-hidden="true" className="hidden">
      {bodies.map((body) => (
        <symbol key={body} id={`silhouette-${body}`} viewBox={BOX}>
          <Drawing body={body} />
        </symbol>
      ))}
    </svg>
  )
}

/** A silhouette whose drawing stands in the page's `SilhouetteSprite`. */
export function SilhouetteCopy({ body, className }: VehicleSilhouetteProps) {
  return (
    <svg viewBox="0 0 216 92" aria-hidden="true" className={cn('w-full text-muted', className)}>
      <use href={`#silhouette-${body}`} />
    </svg>
  )
}

function Drawing({ body }: { body: BodyType }) {
  const Drawn = drawings[body]
  return (
    <>
      <path
        d="M16 86H224"
        stroke="var(--line-strong)"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <Drawn />
    </>
  )
}
