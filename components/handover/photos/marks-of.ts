import { useHandover } from '@/components/handover/handover-context'
import type { PhotoMark } from '@/components/handover/photos/marked-photo'

/** A place on a photo, in shares of its width and height. */
export type MarkPlace = { x: number; y: number }

/** What is marked on a photo of this handover, with the numbers that the sketch gives them. */
export function useMarksOf(photoId: string): PhotoMark[] {
  const { shownDamages } = useHandover().handover
  return shownDamages.flatMap(({ id, photo }, index) =>
    photo?.id === photoId ? { id, x: photo.x, y: photo.y, isNew: true, number: index + 1 } : [],
  )
}

/** What was known already of a photo of an earlier handover. */
export function useKnownMarksOf(photoId: string): PhotoMark[] {
  const { knownDamages } = useHandover().handover
  return knownDamages.flatMap(({ id, photo }) =>
    photo?.id === photoId ? { id, x: photo.x, y: photo.y, isNew: false } : [],
  )
}
