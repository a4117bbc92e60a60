import type { Catalogue, Column, ForeignKey, Routine, TypeName } from './catalogue.ts'

const numbers = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'])
const words: Record<string, string> = {
  bool: 'boolean',
  json: 'Json',
  jsonb: 'Json',
  void: 'undefined',
  record: 'Record<string, Json>',
}

/** Writes the catalogue as the `Database` type that `supabase-js` reads. */
export function renderTypes(catalogue: Catalogue): string {
  const { tables, views, composites, columns, enums, routines } = catalogue
  const rowOf = (relation: string) =>
    row(
      columns.filter((column) => column.relation === relation),
      catalogue,
    )
  return `/** Written by "npm run db:types" from the migrations; never edited by hand. */

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: ${block(tables.map((name) => `${name}: ${renderTable(name, catalogue)}`))}
    Views: ${block(views.map((name) => `${name}: { Row: ${rowOf(name)}; Relationships: [] }`))}
    Functions: ${block(routines.map((routine) => `${routine.name}: ${renderRoutine(routine, catalogue)}`))}
    Enums: ${block(enums.map(({ name, values }) => `${name}: ${values.map((value) => `'${value}'`).join(' | ')}`))}
    CompositeTypes: ${block(composites.map((name) => `${name}: ${rowOf(name)}`))}
  }
}

type Public = Database['public']
/** A row as it is read. */
export type Tables<Name extends keyof Public['Tables']> = Public['Tables'][Name]['Row']
/** One of the database's enumerations. */
export type Enums<Name extends keyof Public['Enums']> = Public['Enums'][Name]
`
}

function renderTable(name: string, catalogue: Catalogue): string {
  const columns = catalogue.columns.filter((column) => column.relation === name)
  const keys = catalogue.foreignKeys.filter((key) => key.relation === name)
  const written = columns.filter((column) => !column.generated)
  return `{
    Row: ${row(columns, catalogue)}
    Insert: ${block(written.map((column) => `${column.name}${column.optional ? '?' : ''}: ${nullable(column, catalogue)}`))}
    Update: ${block(written.map((column) => `${column.name}?: ${nullable(column, catalogue)}`))}
    Relationships: [${keys.map(renderForeignKey).join(', ')}]
  }`
}

function renderForeignKey(key: ForeignKey): string {
  return `{
    foreignKeyName: '${key.name}'
    columns: ${JSON.stringify(key.columns)}
    isOneToOne: ${key.isOneToOne}
    referencedRelation: '${key.references}'
    referencedColumns: ${JSON.stringify(key.referencedColumns)}
  }`
}

function renderRoutine(routine: Routine, catalogue: Catalogue): string {
  const incoming = routine.arguments.filter(({ mode }) => mode === 'i' || mode === 'b' || mode === 'v')
  const outgoing = routine.arguments.filter(({ mode }) => mode === 'o' || mode === 'b' || mode === 't')
  const fields = incoming.map(
    ({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${typescript(type, catalogue)}`,
  )
  const single =
    outgoing.length > 1 || (outgoing.length === 1 && routine.returns.name === 'record')
      ? block(outgoing.map(({ name, type }) => `${name}: ${typescript(type, catalogue)}`))
      : typescript(routine.returns, catalogue)
  const relation = catalogue.tables.find(
    (name) => name === routine.returns.name && routine.returns.kind === 'composite',
  )
  const options = relation
    ? `; SetofOptions: { from: '*'; to: '${relation}'; isOneToOne: ${!routine.returnsSet}; isSetofReturn: ${routine.returnsSet} }`
    : ''
  const args = fields.length > 0 ? block(fields) : 'Record<PropertyKey, never>'
  return `{ Args: ${args}; Returns: ${routine.returnsSet ? `(${single})[]` : single}${options} }`
}

function row(columns: Column[], catalogue: Catalogue): string {
  return block(columns.map((column) => `${column.name}: ${nullable(column, catalogue)}`))
}

function nullable(column: Column, catalogue: Catalogue): string {
  const type = typescript(column.type, catalogue)
  return column.nullable ? `${type} | null` : type
}

function typescript(type: TypeName, catalogue: Catalogue): string {
  const single = scalar(type, catalogue)
  if (!type.isArray) return single
  return /^[\w.]+$/.test(single) ? `${single}[]` : `(${single})[]`
}

/** What PostgREST sends for a value of the type; ranges, dates and everything unusual are text. */
function scalar({ schema, name, kind }: TypeName, { tables }: Catalogue): string {
  if (schema === 'public' && kind === 'enum') return `Database['public']['Enums']['${name}']`
  if (schema === 'public' && kind === 'composite') {
    return tables.includes(name)
      ? `Database['public']['Tables']['${name}']['Row']`
      : `Database['public']['CompositeTypes']['${name}']`
  }
  if (numbers.has(name)) return 'number'
  return words[name] ?? 'string'
}

function block(lines: string[]): string {
  return lines.length > 0 ? `{\n${lines.join('\n')}\n}` : 'Record<never, never>'
}
