import type { Sql } from '../support/database.ts'

/** A table or view that the Data API could show. */
export interface Relation {
  name: string
  isView: boolean
  columns: Column[]
}

interface Column {
  name: string
  /** Written by the database alone. */
  generated: boolean
  insertable: boolean
  updatable: boolean
}

/** A foreign key from one tenant's table to another. */
export interface Reference {
  table: string
  columns: string[]
  target: string
  targetColumns: string[]
}

/** Every table and view of the exposed schema, with what signed-in users may write. */
export async function relationsOf(sql: Sql): Promise<Relation[]> {
  const rows = await sql`
    select c.relname as name, c.relkind in ('v', 'm') as is_view, jsonb_agg(jsonb_build_object(
      'name', a.attname, 'generated', a.attgenerated <> '' or a.attidentity = 'a',
      'insertable', has_column_privilege('authenticated', c.oid, a.attnum, 'insert'),
      'updatable', has_column_privilege('authenticated', c.oid, a.attnum, 'update')) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    group by 1, 2 order by 1`
  return rows.map(({ name, is_view: isView, columns }) => ({ name, isView, columns }))
}

/** Every foreign key of the exposed schema that does not only lead to the company or to a person. */
export async function referencesOf(sql: Sql): Promise<Reference[]> {
  const rows = await sql`
    select f.conrelid::regclass::text as table, f.confrelid::regclass::text as target,
      (select array_agg(a.attname order by k.place) from unnest(f.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
      (select array_agg(a.attname order by k.place) from unnest(f.confkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as target_columns
    from pg_constraint f
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace
      and f.confrelid not in ('public.companies'::regclass, 'public.profiles'::regclass, 'auth.users'::regclass)
    order by 1, 2`
  return rows.map((row) => ({
    table: row.table,
    columns: row.columns,
    target: row.target,
    targetColumns: row.target_columns,
  }))
}

/** Whether rows of the relation belong to a company. */
export function isTenantRelation(relation: Relation): boolean {
  return relation.columns.some(({ name }) => name === 'company_id')
}
