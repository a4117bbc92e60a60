import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase, type Sql } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, startPickup } from './support/rentals.ts'

/** Damage marked on a photo: the mark belongs to that photo of that handover, and to the evidence. */
const database = freshDatabase()
let company: RentalCompany
beforeAll(async () => {
  company = await foundRentalCompany(database)
})
const slot = freeSlots(() => company)

async function begun() {
  const { id } = await bookAndPay(database, company, slot())
  const pickup = await database.as(company.owner, (sql) => startPickup(sql, id))
  const photoId = randomUUID()
  await as((sql) => addPhoto(sql, pickup.handoverId, photoId))
  return { ...pickup, reservationId: id, photoId }
}
const as = <T>(work: (sql: Sql) => Promise<T>) => database.as(company.owner, work)
const addPhoto = (sql: Sql, handoverId: string, id: string) => {
  const path = `${company.companyId}/handovers/${id}.jpg`
  return sql`
    select public.add_handover_photo(${handoverId}, ${id}, 'left', ${path}, ${path}, ${'b'.repeat(64)}, 1600, 1200, 300000, now())`
}
const mark = (handoverId: string, photoId: string | null, { id = randomUUID(), x = 0.25, y = 0.75 } = {}) =>
  as(
    (sql) => sql`
      select public.mark_damage(${handoverId}, ${id}, 'left', 0.5, 0.5, 'scratch', 'minor',
        p_photo_id => ${photoId}, p_photo_x => ${x}, p_photo_y => ${y})`,
  ).then(() => id)
async function damageOf(id: string) {
  const [row] = await as(
    (sql) => sql`select photo_id, photo_x::float, photo_y::float from public.damages where id = ${id}`,
  )
  return row
}
const faultsOf = async (contractId: string) => {
  const [row] = await as((sql) => sql`select public.verify_evidence(${contractId}) as it`)
  return row?.it?.faults as unknown[]
}

test('a mark stands on its photo, is corrected there, and both are chained', async () => {
  const { handoverId, contractId, photoId } = await begun()
  const id = await mark(handoverId, photoId)
  expect(await damageOf(id)).toEqual({ photo_id: photoId, photo_x: 0.25, photo_y: 0.75 })
  await mark(handoverId, photoId, { id, x: 0.3 })
  expect(await damageOf(id)).toMatchObject({ photo_x: 0.3 })
  const chain = await as(
    (sql) => sql`
      select kind, content_sha256 from public.evidence_entries where contract_id = ${contractId} order by position`,
  )
  expect(chain.map(({ kind }) => kind)).toEqual(['photo', 'mark', 'mark'])
  expect(chain[1]?.content_sha256).not.toBe(chain[2]?.content_sha256)
  expect(await faultsOf(contractId)).toEqual([])
})

test('whoever moves a mark on its photo behind our back is found out', async () => {
  const { handoverId, contractId, photoId, reservationId } = await begun()
  const id = await mark(handoverId, photoId)
  await handOver(database, company.owner, reservationId)
  const moved = database.asPostgres((sql) => sql`update public.damages set photo_x = 0.9 where id = ${id}`)
  expect(await refusalOf(moved)).toMatchObject({ status: 409, code: 'handover_completed' })
  await database.asPostgres(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update public.damages set photo_x = 0.9 where id = ${id}`
  })
  expect(await faultsOf(contractId)).toMatchObject([{ kind: 'mark', fault: 'subject_altered' }])
})

test('a photo of another rental proves nothing here, and is refused', async () => {
  const one = await begun()
  const other = await begun()
  expect(await refusalOf(mark(one.handoverId, other.photoId))).toMatchObject({
    status: 422,
    code: 'photo_of_another',
  })
  const photo = as((sql) => addPhoto(sql, one.handoverId, other.photoId))
  expect(await refusalOf(photo)).toMatchObject({ status: 409, code: 'already_exists' })
})

test('a photo that is taken anew leaves its mark on the sketch alone', async () => {
  const { handoverId, contractId, photoId } = await begun()
  const id = await mark(handoverId, photoId)
  await as((sql) => sql`select public.remove_handover_photo(${handoverId}, ${photoId})`)
  expect(await damageOf(id)).toEqual({ photo_id: null, photo_x: null, photo_y: null })
  // A phone that marked before it heard of that brings the mark later.
  const late = await mark(handoverId, photoId)
  expect(await damageOf(late)).toEqual({ photo_id: null, photo_x: null, photo_y: null })
  expect(await faultsOf(contractId)).toEqual([])
})

test.each([
  [1.01, 0.5],
  [-0.1, 0.5],
  [null, 0.5],
])('a place beside the picture is refused: %s, %s', async (x, y) => {
  const { handoverId, photoId } = await begun()
  const id = randomUUID()
  const asked = as(
    (sql) => sql`
      select public.mark_damage(${handoverId}, ${id}, 'left', 0.5, 0.5, 'scratch', 'minor',
        p_photo_id => ${photoId}, p_photo_x => ${x}::numeric, p_photo_y => ${y})`,
  )
  expect(await refusalOf(asked)).toMatchObject({ status: 422, code: 'invalid_input' })
})
