import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { purgeLicencePhotos } from '@/lib/core/sweeps'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, driver, startPickup } from './support/rentals.ts'

const database = freshDatabase()
const gateway = gatewayOn(database)
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => gateway.client(gateway.secretKey) }))

let company: RentalCompany
beforeAll(async () => {
  company = await foundRentalCompany(database)
})
const slot = freeSlots(() => company)

/** A contract that was closed so many days ago, with a picture of the licence and one of the front. */
async function closedSince(days: number | null) {
  const { id } = await bookAndPay(database, company, slot())
  const { contractId, handoverId } = await database.as(company.owner, (sql) => startPickup(sql, id))
  const photos = { licence: randomUUID(), front: randomUUID() }
  for (const [position, photo] of Object.entries(photos)) {
    const path = `${company.companyId}/handovers/${photo}.jpg`
    const stored = await gateway
      .client(gateway.secretKey)
      .storage.from('evidence')
      .upload(path, new Blob([position], { type: 'image/jpeg' }))
    expect(stored.error).toBeNull()
    await database.as(
      company.owner,
      (sql) => sql`
        select public.add_handover_photo(${handoverId}, ${photo}, ${position}, ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 300, now())`,
    )
  }
  if (days !== null)
    await database.asPostgres(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`
        update public.contracts set status = 'closed', closed_at = now() - make_interval(days => ${days}) where id = ${contractId}`
    })
  return photos
}
const isStored = async (photo: string) =>
  (
    await gateway
      .client(gateway.secretKey)
      .storage.from('evidence')
      .download(`${company.companyId}/handovers/${photo}.jpg`)
  ).error === null
const purgedAt = async (photo: string) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select purged_at, sha256 from public.handover_photos where id = ${photo}`
    return row
  })
const view = (photo: string, caller = company.owner) =>
  database.as(caller, (sql) => sql`select public.note_licence_view(${photo})`)

test('ninety days after the contract was closed the licence’s picture goes, and nothing else', async () => {
  const [due, early, running] = [await closedSince(91), await closedSince(89), await closedSince(null)]
  expect(await purgeLicencePhotos('test')).toBe(1)
  expect(await purgeLicencePhotos('test')).toBe(0)
  expect(await isStored(due.licence)).toBe(false)
  expect(await purgedAt(due.licence)).toMatchObject({ purged_at: expect.any(Date), sha256: 'b'.repeat(64) })
  for (const kept of [due.front, early.licence, running.licence]) {
    expect(await isStored(kept)).toBe(true)
    expect(await purgedAt(kept)).toMatchObject({ purged_at: null })
  }
})

test('two sweeps at once and one that died after deleting the file end the same', async () => {
  const { licence } = await closedSince(100)
  await gateway
    .client(gateway.secretKey)
    .storage.from('evidence')
    .remove([`${company.companyId}/handovers/${licence}.jpg`])
  await Promise.all([purgeLicencePhotos('one'), purgeLicencePhotos('two')])
  expect(await purgedAt(licence)).toMatchObject({ purged_at: expect.any(Date) })
})

test('a picture is not purged before its time, whoever asks', async () => {
  const { licence } = await closedSince(10)
  await database.asService((sql) => sql`select public.mark_licence_purged(${company.companyId}, ${licence})`)
  expect(await purgedAt(licence)).toMatchObject({ purged_at: null })
  const purge = database.as(
    company.owner,
    (sql) => sql`select public.mark_licence_purged(${company.companyId}, ${licence})`,
  )
  expect(await refusalOf(purge)).toMatchObject({ status: 403 })
})

test('who looks at a licence’s picture is in the trail; strangers and latecomers find none', async () => {
  const { licence, front } = await closedSince(null)
  const viewer = await addMember(database, company.companyId, 'viewer')
  await view(licence, viewer)
  const trail = await database.as(
    company.owner,
    (sql) => sql`select actor_user_id from public.audit_log where action = 'read' and record_id = ${licence}`,
  )
  expect(trail).toEqual([{ actor_user_id: viewer.userId }])
  const stranger = (await foundRentalCompany(database)).owner
  expect(await refusalOf(view(licence, stranger))).toMatchObject({ status: 404 })
  expect(await refusalOf(view(front))).toMatchObject({ status: 404 })
  const { licence: gone } = await closedSince(120)
  await purgeLicencePhotos('test')
  expect(await refusalOf(view(gone))).toMatchObject({ status: 404 })
})

/** A pickup under way with a further driver, whose licence somebody has in hand. */
async function pickupOfTwo() {
  const { id } = await bookAndPay(database, company, slot())
  const { contractId, handoverId } = await database.as(company.owner, (sql) => startPickup(sql, id))
  const further = { ...driver, first_name: 'Zoé', licence_number: '987654321001' }
  const [added] = await database.as(
    company.owner,
    (sql) => sql`select public.add_contract_driver(${contractId}, ${sql.json(further)}) as id`,
  )
  return { contractId, handoverId, driverId: String(added?.id) }
}
const photograph = (handoverId: string, position: string, driverId: string | null) => {
  const photo = randomUUID()
  const path = `${company.companyId}/handovers/${photo}.jpg`
  return database.as(company.owner, async (sql) => {
    await sql`
      select public.add_handover_photo(${handoverId}, ${photo}, ${position}, ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 300, now(), p_driver_id => ${driverId})`
    return photo
  })
}

test('every driver’s licence has both its sides, looked at with a trace and gone in time like the first', async () => {
  const { contractId, handoverId, driverId } = await pickupOfTwo()
  const photos = [
    await photograph(handoverId, 'licence', null),
    await photograph(handoverId, 'licence_back', null),
    await photograph(handoverId, 'licence', driverId),
    await photograph(handoverId, 'licence_back', driverId),
  ]
  for (const photo of photos) await view(photo)
  const drivers = await database.as(
    company.owner,
    (sql) => sql`
    select position, driver_id from public.handover_photos where handover_id = ${handoverId} order by driver_id nulls first, position`,
  )
  expect([...drivers]).toEqual([
    { position: 'licence', driver_id: null },
    { position: 'licence_back', driver_id: null },
    { position: 'licence', driver_id: driverId },
    { position: 'licence_back', driver_id: driverId },
  ])
  await database.asPostgres(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`
      update public.contracts set status = 'closed', closed_at = now() - interval '91 days' where id = ${contractId}`
  })
  await purgeLicencePhotos('test')
  for (const photo of photos) expect(await purgedAt(photo)).toMatchObject({ purged_at: expect.any(Date) })
})

test('a licence belongs to somebody who drives on this contract, and only a licence to anybody', async () => {
  const [one, two] = [await pickupOfTwo(), await pickupOfTwo()]
  expect(await refusalOf(photograph(one.handoverId, 'licence', two.driverId))).toMatchObject({ status: 404 })
  expect(await refusalOf(photograph(one.handoverId, 'front', one.driverId))).toMatchObject({
    code: 'invalid_input',
  })
})

test('who is taken off the contract again leaves no picture', async () => {
  const { contractId, handoverId, driverId } = await pickupOfTwo()
  const [own, theirs] = [
    await photograph(handoverId, 'licence', null),
    await photograph(handoverId, 'licence', driverId),
  ]
  await database.as(
    company.owner,
    (sql) => sql`select public.remove_contract_driver(${contractId}, ${driverId})`,
  )
  expect(await purgedAt(own)).toBeDefined()
  expect(await purgedAt(theirs)).toBeUndefined()
})
