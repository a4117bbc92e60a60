import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { purgeLicencePhotos } from '@/lib/core/sweeps'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, startPickup } from './support/rentals.ts'

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
