import { z } from 'zod'

/** A contradiction that somebody looked into, and what they found out. */
export const SettledFinding = z.object({ findingId: z.uuid(), note: z.string().trim().min(1).max(500) })
export type SettledFinding = z.output<typeof SettledFinding>
