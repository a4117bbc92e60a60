import { z } from 'zod'

export const ZOOMS = ['day', 'week', 'month', 'quarter'] as const
export type Zoom = (typeof ZOOMS)[number]

export const GROUPINGS = ['category', 'location'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What the timeline shows; anything an address gets wrong is left out instead of refused. */
export const TimelineView = z.object({
  zoom: z.enum(ZOOMS).catch('week'),
  group: z.enum(GROUPINGS).catch('category'),
  at: z.iso.date().optional().catch(undefined),
})
export type TimelineView = z.infer<typeof TimelineView>

/** The day that the shown three months are about. */
export const TimelineQuery = z.object({ at: z.iso.date() })
