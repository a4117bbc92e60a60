'use client'

import { useState } from 'react'
import type { Proposal } from '@/components/timeline/change-dialog'
import type { LineRow, Place } from '@/components/timeline/rows'
import type { Moving } from '@/components/timeline/use-keys'
import type { Block } from '@/lib/timeline/answer'

/** What is being moved or made, and what is asked about it: where it would stand, then the change or the new reservation. */
export function useMoves(lines: LineRow[]) {
  const [moving, setMoving] = useState<Moving | null>(null)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [wish, setWish] = useState<Place | null>(null)

  /** The line a place is on; what is open and only changes its time stays in its lane. */
  function lineOf(place: Place, held: Moving | null): LineRow | undefined {
    const { block } = held ?? {}
    return block?.isOpen && !place.isFixed
      ? lines.find(({ blocks }) => blocks.some(({ key }) => key === block.key))
      : lines.find(({ id }) => id === place.vehicleId)
  }
  const place = moving?.place ?? wish
  const line = place && lineOf(place, moving)
  return {
    moving,
    proposal,
    wish,
    ghost: place && line ? { place, lineId: line.id } : null,
    lineOf,
    move: setMoving,
    make: setWish,
    drop(block: Block | null, place: Place) {
      const isSame =
        !place.isFixed &&
        block?.vehicleId === place.vehicleId &&
        block.startsAt === place.startsAt &&
        block.endsAt === place.endsAt
      if (isSame) setMoving(null)
      else if (block) setProposal({ block, place })
      else setWish(place)
    },
    letGo() {
      setMoving(null)
      setProposal(null)
      setWish(null)
    },
  }
}
