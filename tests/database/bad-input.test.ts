import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { step } from './support/rentals.ts'
import { ownerOf } from './tenancy/actors.ts'
import { type Attempt, type Outcome, tryAll } from './tenancy/attempts.ts'
import { callableFunctions, callOf } from './tenancy/functions.ts'
import { idOf } from './tenancy/identities.ts'
import { nastyLiterals } from './tenancy/nasty-values.ts'
import { makeTwoCompanies, type TwoCompanies } from './tenancy/world.ts'

/** Every function a client may call, every parameter, every value nobody should send: an answer, never a fault. */
const database = freshDatabase()
let world: TwoCompanies

beforeAll(async () => {
  world = await makeTwoCompanies(database)
})

/** What PostgREST answers with 4xx: our codes, wrong data, broken constraints, missing rights. */
const isAnswer = ({ refused }: Outcome) => refused === undefined || /^(PT4\d\d|22|23|42501)/.test(refused)
/** Our own functions say it by a code of ours: raw errors would tell about tables and constraints. */
const isCoded = ({ refused }: Outcome) =>
  refused === undefined || /^(PT4\d\d|22P02|22P05|42501)/.test(refused)

test('nothing that can be sent makes a function fail', async () => {
  const { uncoded, faults, tried } = await database.asPostgres(async (sql) => {
    const actor = ownerOf(world.ours)
    const attempts: Attempt[] = []
    for (const called of await callableFunctions(sql, world.ours)) {
      const own: Record<string, string> = {}
      for (const { name, type } of called.parameters) {
        if (type === 'uuid') own[name] = `'${await idOf(sql, world.ours.companyId, called.name, name)}'`
      }
      for (const { name, type, literal } of called.parameters) {
        // A step of a phone is optional, and has fields of its own to spoil.
        const sample = name === 'p_step' ? `'${JSON.stringify(step())}'` : literal
        for (const nasty of nastyLiterals(type, sample)) {
          attempts.push({
            actor,
            describes: `${called.name}(${name} => ${nasty.slice(0, 80)})`,
            statement: callOf(called, { ...own, [name]: nasty }),
          })
        }
      }
    }
    const outcomes = await tryAll(sql, attempts)
    const tell = ({ describes, refused }: Outcome) => `${describes}: ${refused}`
    return {
      tried: outcomes.length,
      faults: outcomes.filter((outcome) => !isAnswer(outcome)).map(tell),
      uncoded: outcomes.filter((outcome) => isAnswer(outcome) && !isCoded(outcome)).map(tell),
    }
  })
  expect(tried).toBeGreaterThan(1500)
  expect(faults).toEqual([])
  expect(uncoded).toEqual([])
})
