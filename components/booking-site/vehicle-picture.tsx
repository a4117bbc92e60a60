import { cn } from '@/components/ui/cn'

/** The vehicle's picture; until a company has uploaded photos, the silhouette of its body type. */
export function VehiclePicture({ bodyType, className }: { bodyType: string; className?: string }) {
  return (
    <div
      data-body={bodyType}
      className={cn('grid place-items-center rounded bg-accent-soft text-accent-line', className)}
    />
  )
}
