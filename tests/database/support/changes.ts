import type { JSONValue } from 'postgres'
import type { Caller, TestDatabase } from './database.ts'

interface ChangeOptions {
  caller?: Caller
  version?: number | null
  dryRun?: boolean
  notify?: boolean
  key?: string | null
}

/** An instant some days later. */
export const later = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString()

/** Changes of reservations and their undoing, by whoever stands at the desk unless another is named. */
export function changesOn(database: TestDatabase, desk: () => Caller) {
  return {
    change(id: string, wish: Record<string, JSONValue>, options: ChangeOptions = {}) {
      const { caller = desk(), version = null, dryRun = false, notify = true, key = null } = options
      return database.as(caller, async (sql) => {
        const [row] = await sql`
          select public.change_reservation(${id}, ${sql.json(wish)}, ${version}, ${dryRun}, ${notify}, ${key}) as it`
        return row?.it
      })
    },
    undo: (changeId: string, caller: Caller = desk()) =>
      database.as(caller, (sql) => sql`select public.undo_change(${changeId})`),
  }
}
