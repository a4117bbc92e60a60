import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { type Actor, gatherActors } from './actors.ts'
import { attackFunctions, vacuousCalls } from './function-attacks.ts'
import { makeTwoCompanies, type TwoCompanies } from './world.ts'

/** Every function a client may call, generated from the catalogue, with ids that belong to somebody else. */
const database = freshDatabase()
let world: TwoCompanies
let actors: Actor[]

beforeAll(async () => {
  world = await makeTwoCompanies(database)
  actors = await gatherActors(database, world)
})

test('another company’s id and one that does not exist get the same answer', async () => {
  expect(await database.asPostgres((sql) => attackFunctions(sql, world, actors))).toEqual([])
})

test('with our own id the same calls answer something else', async () => {
  const vacuous = await database.asPostgres((sql) => vacuousCalls(sql, world))
  // Whoever adds a photo, a paper or a mark makes its id; one that is not sent yet is new, whoever else has it.
  expect([...new Set(vacuous)]).toEqual([
    'add_handover_photo(p_id)',
    'add_vehicle_document(p_id)',
    'mark_damage(p_id)',
    // A photo that is not among ours has been taken out meanwhile, for all we know.
    'mark_damage(p_photo_id)',
    'remove_damage(p_id)',
    'remove_handover_driver(p_id)',
    'remove_handover_photo(p_id)',
  ])
})
