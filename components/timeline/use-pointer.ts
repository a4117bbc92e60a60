'use client'

import { type PointerEvent, type RefObject, useRef } from 'react'
import { instantAt, type Scale } from '@/components/timeline/geometry'
import type { Place } from '@/components/timeline/rows'
import type { Block } from '@/lib/timeline/answer'
import { movesOf } from '@/lib/timeline/rules'
import { DAY_MS, STEP, shiftSteps, stepsIn } from '@/lib/timeline/span'

/** So near its ends a block is taken by the end. */
const EDGE_OF_BLOCK_PX = 6

/** Less is a click. */
const DRAG_FROM_PX = 5

type Drag = {
  block: Block | null
  edge: 'start' | 'end' | null
  x: number
  y: number
  scrollLeft: number
  vehicleId: string
  /** The instant under the pointer where it began. */
  at: number
  hasBegun: boolean
}

type PointerOptions = {
  scroller: RefObject<HTMLElement | null>
  scale: Scale
  timeZone: string
  canEdit: boolean
  canCreate: boolean
  blockOf: (key: string) => Block | undefined
  leadWidth: () => number
  onDrag: (block: Block | null, place: Place) => void
  onDrop: (block: Block | null, place: Place) => void
}

/**
 * Dragging with the mouse: a block to another time or vehicle, its edge to another end, an empty stretch to a new reservation.
 * A finger scrolls; it has the reservation's page for changes.
 */
export function usePointer({
  scroller,
  scale,
  timeZone,
  canEdit,
  canCreate,
  blockOf,
  leadWidth,
  onDrag,
  onDrop,
}: PointerOptions) {
  const drag = useRef<Drag | null>(null)
  const place = useRef<Place | null>(null)
  const wasDragged = useRef(false)

  /** At which end of a block the pointer is, where that end can be moved. */
  function edgeAt(block: Block, { target, clientX }: PointerEvent): Drag['edge'] {
    const { left, right } =
      (target as Element).closest('[data-block]')?.getBoundingClientRect() ?? new DOMRect()
    const reach = Math.min(EDGE_OF_BLOCK_PX, (right - left) / 4)
    const moves = movesOf(block, canEdit)
    if (moves.start && clientX - left <= reach) return 'start'
    return moves.end && right - clientX <= reach ? 'end' : null
  }

  /** Shows what would be moved from here; said by the pointer alone, so that a block needs no parts of its own. */
  function hint(event: PointerEvent<HTMLElement>) {
    const element = event.target instanceof Element && event.target.closest<HTMLElement>('[data-block]')
    const block = element && blockOf(element.dataset.block ?? '')
    if (!element || !block || event.pointerType === 'touch') return
    element.style.cursor = edgeAt(block, event) ? 'ew-resize' : movesOf(block, canEdit).move ? 'grab' : ''
  }

  function begin(event: PointerEvent<HTMLElement>) {
    wasDragged.current = false
    if (event.pointerType === 'touch' || event.button !== 0 || !(event.target instanceof Element)) return
    const line = event.target.closest<HTMLElement>('[data-line]')
    const frame = scroller.current
    if (!frame) return
    const block = blockOf(event.target.closest<HTMLElement>('[data-block]')?.dataset.block ?? '') ?? null
    const edge = block && edgeAt(block, event)
    const vehicleId = block?.vehicleId ?? line?.dataset.line
    if (!vehicleId) return
    if (block ? !movesOf(block, canEdit)[edge ?? 'move'] : !canCreate) return
    const x = event.clientX - frame.getBoundingClientRect().left - leadWidth() + frame.scrollLeft
    drag.current = {
      block,
      edge,
      x: event.clientX,
      y: event.clientY,
      scrollLeft: frame.scrollLeft,
      vehicleId,
      at: instantAt(x, scale),
      hasBegun: false,
    }
  }

  function follow(event: PointerEvent<HTMLElement>) {
    const [held, frame] = [drag.current, scroller.current]
    if (!held || !frame) return hint(event)
    if (!held.hasBegun) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < DRAG_FROM_PX) return
      held.hasBegun = true
      wasDragged.current = true
      frame.setPointerCapture(event.pointerId)
    }
    event.preventDefault()
    scrollAtEdge(frame, event, leadWidth())
    const moved = event.clientX - held.x + frame.scrollLeft - held.scrollLeft
    const steps = stepsIn(instantAt(moved, scale) - scale.from, scale.zoom)
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-line]')
    place.current = placeOf(held, steps, under?.dataset.line, scale, timeZone)
    onDrag(held.block, place.current)
  }

  function end(event: PointerEvent<HTMLElement>) {
    const held = drag.current
    drag.current = null
    if (!held?.hasBegun || !place.current) return
    scroller.current?.releasePointerCapture(event.pointerId)
    onDrop(held.block, place.current)
    place.current = null
  }

  /** Ends a drag without effect; true when there was one. */
  function cancel(): boolean {
    const wasDragging = drag.current?.hasBegun ?? false
    drag.current = null
    place.current = null
    return wasDragging
  }

  return {
    handlers: { onPointerDown: begin, onPointerMove: follow, onPointerUp: end },
    cancel,
    /** Whether the click that follows belongs to a drag. */
    wasDragged: () => wasDragged.current,
  }
}

function placeOf(
  { block, edge, vehicleId, at }: Drag,
  steps: number,
  under: string | undefined,
  scale: Scale,
  timeZone: string,
): Place {
  const shift = (instant: number) => shiftSteps(instant, steps, scale.zoom, timeZone)
  if (!block) {
    const step = STEP[scale.zoom]
    const unit = 'days' in step ? DAY_MS : step.minutes * 60_000
    const startsAt = scale.from + Math.floor((at - scale.from) / unit) * unit
    const [first, last] = [startsAt, shift(startsAt)].toSorted((a, b) => a - b) as [number, number]
    return { vehicleId, startsAt: first, endsAt: Math.max(last, first + unit) }
  }
  if (edge === 'start')
    return {
      vehicleId: block.vehicleId,
      startsAt: Math.min(shift(block.startsAt), block.endsAt - 900_000),
      endsAt: block.endsAt,
    }
  if (edge === 'end')
    return {
      vehicleId: block.vehicleId,
      startsAt: block.startsAt,
      endsAt: Math.max(shift(block.endsAt), block.startsAt + 900_000),
    }
  return {
    vehicleId: under ?? vehicleId,
    startsAt: shift(block.startsAt),
    endsAt: shift(block.endsAt),
    ...(block.isOpen && under && { isFixed: true }),
  }
}

const EDGE_PX = 32

function scrollAtEdge(frame: HTMLElement, { clientX, clientY }: PointerEvent, lead: number) {
  const { left, right, top, bottom } = frame.getBoundingClientRect()
  const by = (low: number, high: number) => (low < EDGE_PX ? -16 : high < EDGE_PX ? 16 : 0)
  frame.scrollBy(by(clientX - left - lead, right - clientX), by(clientY - top - EDGE_PX, bottom - clientY))
}
