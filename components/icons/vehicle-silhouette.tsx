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

/**
 * A vehicle from the side, in the text's colour and the company's accent, until there is a photo of it. Only seen:
 * the name stands beside it. Size it by its width.
 */
export function VehicleSilhouette({ body, className }: VehicleSilhouetteProps) {
  const Drawn = drawings[body]
  return (
    <svg viewBox="12 0 216 92" aria-hidden="true" className={cn('w-full text-muted', className)}>
      <path
        d="M16 86H224"
        stroke="var(--line-strong)"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <Drawn />
    </svg>
  )
}
