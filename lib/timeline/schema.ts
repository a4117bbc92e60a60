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

/** What somebody types, and the stretch of time that is in sight. */
export const BeyondQuery = z.object({
  q: z.string().trim().max(100),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
})
export type BeyondQuery = z.infer<typeof BeyondQuery>

/** What lies outside of it: how many rentals, and the nearest. */
export const Beyond = z.object({
  count: z.number(),
  nearest: z.array(
    z
      .object({ number: z.string(), customer: z.string(), starts_at: z.string() })
      .transform(({ starts_at, ...match }) => ({ ...match, startsAt: starts_at })),
  ),
})
export type Beyond = z.infer<typeof Beyond>
