import { PART_NAMES } from '@/lib/activity/part-names'
import { peopleNames, RECORD_NAMES } from '@/lib/activity/record-names'
import type { CompanyContext } from '@/lib/core/context'

type Reference = { table: string; recordId: string }

/** What records are called and where they are shown, by id. */
export type RecordNames = Map<string, { name: string; href: string | null }>

const LOOKUPS = { ...RECORD_NAMES, ...PART_NAMES }

/** Looks up what the records of some entries are called; one question a table, whatever the number of entries. */
export async function nameRecords(ctx: CompanyContext, references: Reference[]): Promise<RecordNames> {
  const byTable = Map.groupBy(references, ({ table }) => table)
  const found = await Promise.all(
    [...byTable].map(async ([table, rows]) => {
      const ids = new Set(rows.map(({ recordId }) => recordId))
      return (await LOOKUPS[table]?.(ctx, [...ids])) ?? []
    }),
  )
  return new Map(found.flat())
}

/** What people are called, by their user id. */
export async function namePeople(ctx: CompanyContext, ids: string[]): Promise<RecordNames> {
  return new Map(ids.length > 0 ? await peopleNames(ctx, ids) : [])
}
