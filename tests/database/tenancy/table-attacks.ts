import type { Sql } from '../support/database.ts'
import { type Actor, superuser } from './actors.ts'
import { type Attempt, isDenied, type Outcome, tryAll } from './attempts.ts'
import { isTenantRelation, type Relation, referencesOf, relationsOf } from './catalogue.ts'
import type { TwoCompanies } from './world.ts'

/** A hole somebody got through: who, and what they did. */
export type Leak = string

interface Attack extends Attempt {
  isLeak(outcome: Outcome): boolean
}

/** Tries every verb of every actor on every table (or on the named one), and answers what got through. */
export async function attackTables(
  sql: Sql,
  world: TwoCompanies,
  actors: Actor[],
  only?: string,
): Promise<{ leaks: Leak[]; tried: number }> {
  const relations = (await relationsOf(sql)).filter(({ name }) => !only || name === only)
  const attacks = [
    ...(await Promise.all(relations.map((relation) => attacksOn(sql, relation, world, actors)))).flat(),
    ...(await referenceAttacks(sql, world, actors, only)),
  ]
  const outcomes = await tryAll(sql, attacks)
  const leaks = outcomes
    .filter((outcome, index) => attacks[index]?.isLeak(outcome))
    .map(
      ({ actor, describes, rows, refused }) => `${actor.name}: ${describes} (${refused ?? `${rows} rows`})`,
    )
  return { leaks, tried: outcomes.length }
}

/** Whatever reached a row, or got as far as a constraint: the guard in front of it was missing. */
const gotThrough = (outcome: Outcome) =>
  !isDenied(outcome) && (outcome.rows > 0 || outcome.refused !== undefined)
/** A view of several tables is nothing that can be written, whoever tries. */
const wroteView = (outcome: Outcome) =>
  gotThrough(outcome) && !/^(42809|55000|0A000)/.test(outcome.refused ?? '')
const readSomething = ({ rows }: Outcome) => rows > 0

async function attacksOn(
  sql: Sql,
  relation: Relation,
  { ours, theirs }: TwoCompanies,
  actors: Actor[],
): Promise<Attack[]> {
  const table = `public.${relation.name}`
  const key = isTenantRelation(relation) ? 'company_id' : relation.name === 'companies' ? 'id' : null
  const attacks: Attack[] = []
  const usual = relation.isView ? wroteView : gotThrough
  const add = (actor: Actor, describes: string, statement: string, isLeak = usual) =>
    attacks.push({ actor, describes: `${describes} ${relation.name}`, statement, isLeak })

  for (const actor of actors) {
    add(actor, 'truncates', `truncate ${table} cascade`)
    add(actor, 'deletes all of', `delete from ${table}`)
    if (!key) continue
    const where = (companyId: string) => `where ${key} = '${companyId}'`
    const [row] = await sql.unsafe(
      `select to_jsonb(t) as json from ${table} t ${where(theirs.companyId)} limit 1`,
    )
    add(actor, 'reads their', `select 1 from ${table} ${where(theirs.companyId)}`, readSomething)
    add(actor, 'inserts into their', insertion(relation, row?.json ?? { [key]: theirs.companyId }))
    for (const column of changeable(relation)) {
      add(
        actor,
        `changes ${column} of their`,
        `update ${table} set ${column} = ${column} ${where(theirs.companyId)}`,
      )
    }
    if (!mayRead(actor, relation))
      add(actor, 'reads our', `select 1 from ${table} ${where(ours.companyId)}`, readSomething)
    if (!actor.writes) {
      const [own] = await sql.unsafe(
        `select to_jsonb(t) as json from ${table} t ${where(ours.companyId)} limit 1`,
      )
      add(actor, 'inserts into our', insertion(relation, own?.json ?? { [key]: ours.companyId }))
      for (const column of changeable(relation)) {
        add(
          actor,
          `changes ${column} of our`,
          `update ${table} set ${column} = ${column} ${where(ours.companyId)}`,
        )
      }
    }
  }
  if (key === 'company_id' && !relation.isView) {
    const move = `update ${table} set company_id = '${theirs.companyId}' where company_id = '${ours.companyId}'`
    for (const actor of [...actors, superuser]) add(actor, 'moves our rows to theirs in', move)
  }
  return attacks
}

/** What every member needs to find their way, whatever their role. */
const CATALOGUE = [
  'closed_days',
  'companies',
  'custom_fields',
  'damage_prices',
  'duration_discounts',
  'extras',
  'fees',
  'locations',
  'memberships',
  'rates',
  'resources',
  'seasons',
  'vehicle_categories',
  'weekday_surcharges',
]

function mayRead({ reads }: Actor, { name }: Relation): boolean {
  return reads === 'everything' || (reads === 'catalogue' && CATALOGUE.includes(name))
}

/** An insert of the given row, by the columns a signed-in user may write, else by all of them. */
function insertion({ name, columns }: Relation, row: object): string {
  const writable = columns.filter(({ generated }) => !generated)
  const granted = writable.filter(({ insertable }) => insertable)
  const list = (granted.length > 0 ? granted : writable).map((column) => column.name).join(', ')
  const json = JSON.stringify(row).replaceAll("'", "''")
  return `insert into public.${name} (${list}) select ${list} from jsonb_populate_record(null::public.${name}, '${json}')`
}

/** The columns a signed-in user may change, else one that nobody may. */
function changeable({ columns }: Relation): string[] {
  const updatable = columns.filter((column) => column.updatable)
  return (updatable.length > 0 ? updatable : columns.slice(0, 1)).map(({ name }) => name)
}

/** Points every reference of our rows at a row of theirs: with all rights, only the composite key stands in the way. */
async function referenceAttacks(
  sql: Sql,
  { ours, theirs }: TwoCompanies,
  actors: Actor[],
  only?: string,
): Promise<Attack[]> {
  const attacks: Attack[] = []
  for (const { table, columns, target, targetColumns } of await referencesOf(sql)) {
    if (only && table !== only) continue
    const changed = columns
      .map((name, index) => ({ name, from: targetColumns[index] ?? name }))
      .filter(({ name }) => name !== 'company_id')
    const [row] = await sql.unsafe(
      `select to_jsonb(t) as json from ${target} t where company_id = '${theirs.companyId}' limit 1`,
    )
    const assignments = changed.map(({ name, from }) => `${name} = '${row?.json[from]}'`).join(', ')
    for (const actor of [superuser, ...actors.filter(({ writes }) => writes)]) {
      attacks.push({
        actor,
        describes: `points ${table} at their ${target}`,
        statement: `update ${table} set ${assignments} where company_id = '${ours.companyId}'`,
        // A composite key refuses on its own; grants and guards may refuse before.
        isLeak: (outcome) => !isDenied(outcome) && !outcome.refused?.startsWith('23503') && outcome.rows > 0,
      })
    }
  }
  return attacks
}
