import type postgres from 'postgres'

/** A column of a table or view, or a field of a composite type. */
export interface Column {
  relation: string
  name: string
  type: TypeName
  nullable: boolean
  /** May be left out of an insert. */
  optional: boolean
  /** Computed by the database; can be neither inserted nor updated. */
  generated: boolean
}

/** A type as the catalogue names it; arrays carry the element's name. */
export interface TypeName {
  schema: string
  name: string
  kind: 'base' | 'enum' | 'composite'
  isArray: boolean
}

export interface ForeignKey {
  name: string
  relation: string
  columns: string[]
  references: string
  referencedColumns: string[]
  isOneToOne: boolean
}

export interface Argument {
  name: string
  type: TypeName
  /** `i` and `b` go in, `o`, `b` and `t` come out. */
  mode: 'i' | 'o' | 'b' | 't' | 'v'
  optional: boolean
}

export interface Routine {
  name: string
  returnsSet: boolean
  returns: TypeName
  arguments: Argument[]
}

/** What the `public` schema offers to `supabase-js`. */
export interface Catalogue {
  tables: string[]
  views: string[]
  composites: string[]
  columns: Column[]
  foreignKeys: ForeignKey[]
  enums: { name: string; values: string[] }[]
  routines: Routine[]
}

/** Reads the catalogue of the `public` schema, everything sorted by name so that the output is stable. */
export async function readCatalogue(sql: postgres.Sql): Promise<Catalogue> {
  const relations = await sql<{ name: string; kind: string }[]>`
    select c.relname as name, c.relkind as kind from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'c') and not c.relispartition
    order by 1`
  const named = (...kinds: string[]) =>
    relations.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  return {
    tables: named('r', 'p'),
    views: named('v', 'm'),
    composites: named('c'),
    columns: await readColumns(sql),
    foreignKeys: await readForeignKeys(sql),
    enums: await sql`
      select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as values
      from pg_type t join pg_enum e on e.enumtypid = t.oid
      where t.typnamespace = 'public'::regnamespace group by 1 order by 1`,
    routines: await readRoutines(sql),
  }
}

/* The description of type `oid` as JSON: domains count as their base type. */
function typeOf(sql: postgres.Sql, oid: postgres.Fragment): postgres.Fragment {
  return sql`(
    select jsonb_build_object('schema', n.nspname, 'name', e.typname, 'isArray', t.typcategory = 'A',
      'kind', case e.typtype when 'e' then 'enum' when 'c' then 'composite' else 'base' end)
    from pg_type t
    join pg_type e on e.oid = coalesce(nullif(t.typbasetype, 0), nullif(case when t.typcategory = 'A' then t.typelem end, 0), t.oid)
    join pg_namespace n on n.oid = e.typnamespace
    where t.oid = ${oid})`
}

async function readColumns(sql: postgres.Sql): Promise<Column[]> {
  return sql`
    select c.relname as relation, a.attname as name, ${typeOf(sql, sql`a.atttypid`)} as type,
      not a.attnotnull as nullable,
      (not a.attnotnull or a.atthasdef or a.attidentity <> '') as optional,
      (a.attgenerated <> '' or a.attidentity = 'a') as generated
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
    order by 1, 2`
}

async function readForeignKeys(sql: postgres.Sql): Promise<ForeignKey[]> {
  return sql`
    select k.conname as name, c.relname as relation, r.relname as references,
      (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality u(n, o)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = n) as columns,
      (select array_agg(a.attname::text order by o) from unnest(k.confkey) with ordinality u(n, o)
        join pg_attribute a on a.attrelid = r.oid and a.attnum = n) as "referencedColumns",
      exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indpred is null
        and i.indkey::int2[] <@ k.conkey and i.indkey::int2[] @> k.conkey) as "isOneToOne"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
    order by 2, 1`
}

/* Triggers and what extensions bring are nothing a client may call. */
async function readRoutines(sql: postgres.Sql): Promise<Routine[]> {
  return sql`
    select p.proname as name, p.proretset as "returnsSet", ${typeOf(sql, sql`p.prorettype`)} as returns,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'name', coalesce(p.proargnames[i], ''),
          'mode', coalesce(p.proargmodes[i]::text, 'i'),
          'optional', coalesce(p.proargmodes[i]::text, 'i') in ('i', 'b') and i > p.pronargs - p.pronargdefaults,
          'type', ${typeOf(sql, sql`a.types[i]`)}) order by i)
        from generate_series(1, cardinality(a.types)) i), '[]') as arguments
    from pg_proc p
    cross join lateral (select coalesce(p.proallargtypes, string_to_array(p.proargtypes::text, ' ')::oid[]) as types) a
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
      and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1`
}
