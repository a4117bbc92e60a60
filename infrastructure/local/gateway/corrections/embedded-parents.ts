import type { Sql } from 'postgres'

/**
 * Which column tells the way of a foreign key, by its name and, where a table points at another only once, by both
 * tables: `reservations>customers` → `customer_id`.
 */
export type ParentColumns = Map<string, string>

/**
 * The embedded API takes every table with foreign keys to both sides for a junction and then finds an embedded parent
 * ambiguous; it also joins on one column only when a composite constraint is named. PostgREST wants the junction's primary key
 * to hold both keys, so there the parent is clear. Naming the column gives the same answer here.
 */
export function nameParentColumns(request: Request, columns: ParentColumns): Request {
  const url = new URL(request.url)
  const table = /^\/rest\/v1\/(\w+)$/.exec(url.pathname)?.[1]
  const select = url.searchParams.get('select')
  if (!table || !select?.includes('(')) return request
  url.searchParams.set('select', withColumns(select, table, columns))
  return new Request(url, request)
}

function withColumns(select: string, root: string, columns: ParentColumns): string {
  const tables = [root]
  return select.replace(/((?:\.\.\.)?(?:\w+:)?)(\w+)((?:!\w+)*)\(|\)/g, (match, alias, name, hints) => {
    if (match === ')') {
      tables.pop()
      return match
    }
    const joins = hints.match(/!(inner|left)\b/g)?.join('') ?? ''
    const constraint = hints.replace(joins, '').slice(1)
    const column = columns.get(constraint || `${tables.at(-1)}>${name}`)
    tables.push(name)
    return column ? `${alias}${name}!${column}${joins}(` : match
  })
}

/** Reads the foreign keys from the catalogue; the tenant's column, which they all share, never tells the way. */
export async function readParentColumns(sql: Sql): Promise<ParentColumns> {
  const rows = await sql`
    with keys as (
      select k.conname, child.relname || '>' || parent.relname as way, a.attname as "column"
      from pg_constraint k
      join pg_class child on child.oid = k.conrelid
      join pg_class parent on parent.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[least(2, cardinality(k.conkey))]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and child.oid <> parent.oid
    )
    select conname as key, "column" from keys
    union all
    select way, min("column") from keys group by way having count(*) = 1`
  return new Map(rows.map((row) => [row.key as string, row.column as string]))
}
