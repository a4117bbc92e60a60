import type { Conflict } from '@/lib/fleet/maintenance/schema'

type Told = Record<'kind' | 'starts_at' | 'ends_at', string> & Record<'number' | 'customer', string | null>

/** What a refusal names as standing in the way; nothing where it names nothing. Read here without the schema, so that it stays off the page. */
export function conflictsIn(details: Record<string, unknown> | undefined): Conflict[] {
  if (!Array.isArray(details?.conflicts)) return []
  return (details.conflicts as Told[]).map(({ kind, number, customer, starts_at, ends_at }) => ({
    kind,
    number,
    customer,
    startsAt: starts_at,
    endsAt: ends_at,
  }))
}
