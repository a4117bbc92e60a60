import type { Sql } from '../support/database.ts'
import { type Actor, ownerOf } from './actors.ts'
import { type Attempt, type Outcome, tryAll } from './attempts.ts'
import { type CallableFunction, callableFunctions, callOf } from './functions.ts'
import { idOf, missingId } from './identities.ts'
import type { TwoCompanies } from './world.ts'

/** Functions that serve whoever signs in, company or not. */
const FOR_ANYBODY = ['sign_up_company', 'my_context']

/** One call made three times: with our id, with theirs, and with one that nothing has. */
interface Comparison {
  actor: Actor
  call: string
  own: string
  foreign: string
  missing: string
}

/**
 * Calls every function (or the named one) with another company's ids, one parameter at a time and all at once. A foreign id must be
 * answered exactly like a missing one, and whoever belongs to no company gets no answer at all.
 */
export async function attackFunctions(
  sql: Sql,
  world: TwoCompanies,
  actors: Actor[],
  only?: string,
): Promise<string[]> {
  const functions = (await callableFunctions(sql, world.ours)).filter(({ name }) => !only || name === only)
  const compared = await compareAnswers(sql, world, actors, functions)
  const told = compared
    .filter(({ foreign, missing }) => foreign !== missing)
    .map(
      ({ actor, call, foreign, missing }) =>
        `${actor.name} learns by ${call}: ${foreign} instead of ${missing}`,
    )
  return [...told, ...(await attackFromOutside(sql, world, actors, functions))]
}

/** Calls that never got as far as looking at the id: their equal answers prove nothing. */
export async function vacuousCalls(sql: Sql, world: TwoCompanies): Promise<string[]> {
  const functions = await callableFunctions(sql, world.ours)
  const compared = await compareAnswers(sql, world, [], functions)
  return compared.filter(({ own, foreign }) => own === foreign).map(({ call }) => call)
}

async function compareAnswers(
  sql: Sql,
  { ours, theirs }: TwoCompanies,
  actors: Actor[],
  functions: CallableFunction[],
): Promise<Comparison[]> {
  const callers = [
    ownerOf(ours),
    ...actors.filter(({ name, role }) => role === 'anon' || name === 'staff of ours'),
  ]
  const comparisons: Comparison[] = []
  const attempts: Attempt[] = []
  for (const called of functions) {
    const ids = called.parameters.filter(({ type }) => type === 'uuid').map(({ name }) => name)
    if (ids.length === 0) continue
    const ownIds = await literalsOf(ids, (id) => idOf(sql, ours.companyId, called.name, id))
    const foreign = await literalsOf(ids, (id) => idOf(sql, theirs.companyId, called.name, id))
    const missing = await literalsOf(ids, async () => missingId())
    // Each id narrows a search: only the one that is looked at is given, lest another one has left nothing to find.
    const narrows = called.name.startsWith('search_')
    for (const exchanged of narrows ? ids.map((id) => [id]) : [...ids.map((id) => [id]), ids]) {
      const only = (values: Record<string, string>) =>
        Object.fromEntries(exchanged.map((id) => [id, values[id] ?? 'null']))
      // A named vehicle wins over a category, which would then not be looked at.
      const ignored = narrows ? ids.filter((id) => id !== exchanged[0]) : ['p_vehicle_id']
      const isAlone = narrows || exchanged.join() === 'p_category_id'
      const own = isAlone ? { ...ownIds, ...Object.fromEntries(ignored.map((id) => [id, 'null'])) } : ownIds
      for (const actor of callers.filter(({ role }) => role !== 'anon' || called.forVisitors)) {
        const describes = `${called.name}(${exchanged.join(', ')})`
        for (const values of [own, { ...own, ...only(foreign) }, { ...own, ...only(missing) }]) {
          attempts.push({ actor, describes, statement: callOf(called, values) })
        }
      }
    }
  }
  const outcomes = await tryAll(sql, attempts)
  for (let index = 0; index < outcomes.length; index += 3) {
    const [own, foreign, missing] = outcomes.slice(index, index + 3).map(answerOf)
    const { actor, describes } = outcomes[index] as Outcome
    comparisons.push({
      actor,
      call: describes,
      own: own ?? '',
      foreign: foreign ?? '',
      missing: missing ?? '',
    })
  }
  return comparisons
}

async function attackFromOutside(
  sql: Sql,
  { ours, theirs }: TwoCompanies,
  actors: Actor[],
  functions: CallableFunction[],
): Promise<string[]> {
  const outsiders = actors.filter(({ role, reads }) => role === 'authenticated' && reads === 'nothing')
  const attempts: Attempt[] = []
  for (const called of functions.filter(({ forVisitors }) => !forVisitors)) {
    const ids = called.parameters.filter(({ type }) => type === 'uuid').map(({ name }) => name)
    for (const { companyId } of [ours, theirs]) {
      const values = await literalsOf(ids, (id) => idOf(sql, companyId, called.name, id))
      for (const actor of outsiders)
        attempts.push({ actor, describes: called.name, statement: callOf(called, values) })
    }
  }
  return (await tryAll(sql, attempts))
    .filter(({ describes, refused, value }) =>
      FOR_ANYBODY.includes(describes) ? String(value).includes(theirs.companyId) : refused === undefined,
    )
    .filter(
      ({ describes, actor }) => !(describes === 'switch_company' && actor.claims.sub === ours.owner.userId),
    )
    .map(({ actor, describes }) => `${actor.name} calls ${describes} and gets an answer`)
}

async function literalsOf(
  names: string[],
  idFor: (name: string) => Promise<string>,
): Promise<Record<string, string>> {
  const literals: Record<string, string> = {}
  for (const name of names) literals[name] = `'${await idFor(name)}'`
  return literals
}

/** What the caller learns, without what differs from call to call anyway. */
function answerOf({ refused, value }: Outcome): string {
  return `${refused ?? 'answered'} ${value}`
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/[0-9a-f]{64}/g, '<hash>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.+]+/g, '<time>')
}
