import { namePeople, nameRecords } from '@/lib/activity/names'
import {
  type Change,
  changesOf,
  groupEntries,
  LOOKED_AT_TABLES,
  SHOWN_TABLES,
  TABLES_BY_AREA,
} from '@/lib/activity/rules'
import type { ActivityFilters } from '@/lib/activity/schema'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** Something that was done, by whom, to what. */
export type ActivityEntry = {
  id: number
  at: string
  actor: { kind: string; name: string | null }
  table: string
  action: 'insert' | 'update' | 'delete' | 'read'
  /** How many records of the kind one request touched. */
  count: number
  record: { name: string; href: string | null } | null
  changes: Change[]
}

/** The company's trail, newest first. */
export async function listActivity(
  ctx: CompanyContext,
  filters: ActivityFilters,
  limit = 50,
): Promise<{ entries: ActivityEntry[]; next: number | null }> {
  const tables = filters.area.flatMap((area) => TABLES_BY_AREA[area])
  let query = selectEntries(ctx)
    .in('table_name', tables.length > 0 ? tables : SHOWN_TABLES)
    .limit(limit + 1)
  if (filters.person.length > 0) query = query.in('actor_user_id', filters.person)
  if (filters.after) query = query.lt('id', filters.after)
  const { data, error } = await query
  if (error) throw fromPostgres(error)
  const shown = data.slice(0, limit)
  return {
    entries: await toEntries(ctx, shown),
    next: data.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** What happened to one record and to what belongs to it, newest first. */
export async function listHistory(
  ctx: CompanyContext,
  records: { table: string; ids: string[] }[],
  limit = 30,
): Promise<ActivityEntry[]> {
  const known = records.filter(({ ids }) => ids.length > 0)
  const { data, error } = await selectEntries(ctx)
    .in(
      'table_name',
      known.map(({ table }) => table),
    )
    .in(
      'record_id',
      known.flatMap(({ ids }) => ids),
    )
    .limit(limit)
  if (error) throw fromPostgres(error)
  return toEntries(ctx, data)
}

function selectEntries(ctx: CompanyContext) {
  return ctx.db
    .from('audit_log')
    .select('id, at, actor_user_id, actor_kind, table_name, record_id, action, before, after, request_id')
    .eq('company_id', ctx.companyId)
    .or(`action.eq.read,table_name.not.in.(${LOOKED_AT_TABLES})`)
    .order('id', { ascending: false })
}

type SelectedEntry = NonNullable<Awaited<ReturnType<typeof selectEntries>>['data']>[number]

async function toEntries(ctx: CompanyContext, rows: SelectedEntry[]): Promise<ActivityEntry[]> {
  const actorIds = [...new Set(rows.flatMap(({ actor_user_id }) => actor_user_id ?? []))]
  const [actors, names] = await Promise.all([
    namePeople(ctx, actorIds),
    nameRecords(
      ctx,
      rows.flatMap((row) => [
        { table: row.table_name, recordId: row.record_id },
        ...(customerOf(row) ? [{ table: 'customers', recordId: customerOf(row) ?? '' }] : []),
      ]),
    ),
  ])
  const entries = rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorId: row.actor_user_id,
    requestId: row.request_id,
    actor: {
      kind: row.actor_kind,
      name:
        (row.actor_user_id ? actors.get(row.actor_user_id)?.name : names.get(customerOf(row) ?? '')?.name) ||
        null,
    },
    table: row.table_name,
    action: row.action as ActivityEntry['action'],
    record: names.get(row.record_id) ?? null,
    changes: changesOf(asObject(row.before), asObject(row.after)),
  }))
  // An update that only touched what nobody reads is no news.
  return groupEntries(entries.filter(({ action, changes }) => action !== 'update' || changes.length > 0))
}

/** Which customer acted, where the record says whose it is. */
function customerOf(row: SelectedEntry): string | null {
  if (row.actor_kind !== 'customer') return null
  if (row.table_name === 'customers') return row.record_id
  const id = asObject(row.after)?.customer_id ?? asObject(row.before)?.customer_id
  return typeof id === 'string' ? id : null
}

function asObject(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}
