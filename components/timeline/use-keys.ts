'use client'

import type { KeyboardEvent } from 'react'
import type { LineRow, Place } from '@/components/timeline/rows'
import type { Block } from '@/lib/timeline/answer'
import { movesOf, nearest, neighbour } from '@/lib/timeline/rules'
import type { Zoom } from '@/lib/timeline/schema'
import { shiftSteps } from '@/lib/timeline/span'

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
type Arrow = (typeof ARROWS)[number]

export type Moving = { block: Block | null; place: Place; by: 'pointer' | 'keys' }

type KeyOptions = {
  lines: LineRow[]
  zoom: Zoom
  timeZone: string
  canEdit: boolean
  canCreate: boolean
  /** Where somebody looks: used when nothing has the focus yet. */
  middle: () => number
  focused: () => Block | undefined
  moving: Moving | null
  onFocus: (block: Block) => void
  onMove: (moving: Moving | null) => void
  onDrop: (block: Block | null, place: Place) => void
  onNew: (place: Place) => void
}

/**
 * The board without a mouse: arrows go from block to block, M begins to move one (arrows move it, with Shift its end, Enter asks, Esc ends),
 * N begins a new one after it. What it understands goes no further, so that the page's own shortcuts do not answer, too.
 */
export function useKeys(options: KeyOptions) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isUsed = options.moving?.by === 'keys' ? moveByKey(event, options) : lookByKey(event, options)
    if (!isUsed) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function isArrow(key: string): key is Arrow {
  return ARROWS.includes(key as Arrow)
}

function lookByKey({ key }: KeyboardEvent, options: KeyOptions): boolean {
  const { lines, focused, onFocus, onMove, onNew } = options
  const block = focused()
  if (isArrow(key)) {
    const line = lines.findIndex(({ blocks }) => blocks.some(({ key }) => key === block?.key))
    const found = block
      ? neighbour(lines, { line, key: block.key, at: (block.startsAt + block.endsAt) / 2 }, key)
      : firstSeen(lines, options.middle())
    if (found) onFocus(found.block)
    return Boolean(block ?? found)
  }
  if (!block) return false
  if (key === 'm' || key === 'M') {
    const { move, end } = movesOf(block, options.canEdit)
    if (!move && !end) return false
    onMove({
      block,
      by: 'keys',
      place: { vehicleId: block.vehicleId, startsAt: block.startsAt, endsAt: block.endsAt },
    })
    return true
  }
  if ((key === 'n' || key === 'N') && options.canCreate) {
    const day = (days: number) => shiftSteps(block.endsAt, days, 'month', options.timeZone)
    onNew({ vehicleId: block.vehicleId, startsAt: day(1), endsAt: day(2) })
    return true
  }
  return false
}

/** The first block from above that is about an instant. */
export function firstSeen(lines: LineRow[], at: number) {
  for (const [line, { blocks }] of lines.entries()) {
    const block = nearest(blocks, at)
    if (block) return { line, block }
  }
  return null
}

function moveByKey({ key, shiftKey }: KeyboardEvent, options: KeyOptions): boolean {
  const { moving, zoom, timeZone, lines, canEdit, onMove, onDrop } = options
  if (!moving?.block) return false
  const { block, place } = moving
  if (key === 'Escape') onMove(null)
  else if (key === 'Enter') onDrop(block, place)
  else if (isArrow(key)) {
    const steps = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight'
    const { move } = movesOf(block, canEdit)
    if (isSideways) {
      const shift = (instant: number) => shiftSteps(instant, steps, zoom, timeZone)
      const endsAt = shift(place.endsAt)
      const startsAt = shiftKey || !move ? place.startsAt : shift(place.startsAt)
      if (endsAt > startsAt) onMove({ ...moving, place: { ...place, startsAt, endsAt } })
    } else if (move) {
      const cars = lines.flatMap(({ vehicle }) => vehicle ?? [])
      const car = cars.findIndex(({ id }) => id === place.vehicleId)
      // What is open stands in its lane; the first step down fixes it to the vehicle it has provisionally.
      const next = block.isOpen && !place.isFixed ? cars[car] : cars[car + steps]
      if (next)
        onMove({
          ...moving,
          place: { ...place, vehicleId: next.id, ...(block.isOpen && { isFixed: true }) },
        })
    }
  } else return false
  return true
}
