import type { Zoom } from '@/lib/timeline/schema'
import { DAY_MS } from '@/lib/timeline/span'

/** Heights in pixels; rows of one height keep scrolling cheap. */
export const LINE_HEIGHT = 34
export const GROUP_HEIGHT = 28
export const HEAD_HEIGHT = 46

/** How wide a day is. */
export const DAY_WIDTH: Record<Zoom, number> = { day: 960, week: 132, month: 40, quarter: 14 }

/** The stretch of time a pixel scale begins at, and how much of it a pixel is. */
export type Scale = { from: number; to: number; zoom: Zoom }

export function xOf(instant: number, { from, zoom }: Scale): number {
  return ((instant - from) / DAY_MS) * DAY_WIDTH[zoom]
}

export function instantAt(x: number, { from, zoom }: Scale): number {
  return from + (x / DAY_WIDTH[zoom]) * DAY_MS
}

export function widthOf(scale: Scale): number {
  return xOf(scale.to, scale)
}
