import { z } from 'zod'

export const ZOOMS = ['weeks', 'month'] as const
export type Zoom = (typeof ZOOMS)[number]

/** What the timeline shows; anything an address gets wrong is left out instead of refused. */
export const TimelineView = z.object({
  zoom: z.enum(ZOOMS).catch('weeks'),
  from: z.iso.date().optional().catch(undefined),
  category: z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.uuid()),
    )
    .catch([]),
})
export type TimelineView = z.infer<typeof TimelineView>
