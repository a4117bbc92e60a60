import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { AddendumFacts } from '@/lib/contracts/documents/contract-facts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, driver, exchangeOf, handOver, recordExchange, takeBack } from './support/rentals.ts'

/** A change of a running rental is signed like the contract itself: by the customer, for good, in the same chain. */
const database = freshDatabase()
let company: RentalCompany
let staff: Caller
const slot = freeSlots(() => company)
const DAY = 86_400_000

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

/** A rental under way whose contract is sealed. */
async function running() {
  const startsAt = new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000)
  const soon = {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * DAY).toISOString(),
  }
  const { vehicleId } = slot()
  const booking = await bookAndPay(database, company, { vehicleId, ...soon })
  const pickup = await handOver(database, company.owner, booking.id)
  await seal('contract', pickup.contractId, 'c')
  return { ...pickup, ...soon, vehicleId, id: booking.id, token: booking.token }
}

const seal = (kind: string, recordId: string, letter: string) =>
  database.asService(
    (sql) => sql`
      select public.seal_document(${company.companyId}, ${kind}, ${recordId}, 'de', ${`${company.companyId}/contracts/${recordId}.pdf`}, ${letter.repeat(64)}, 1000)`,
  )
const change = (contractId: string, wanted: Record<string, JSONValue>) =>
  database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.change_rental(${contractId}, ${sql.json(wanted)}) #>> '{changes,0,change_id}' as id`
    return String(row?.id)
  })
const extend = ({ contractId, endsAt }: { contractId: string; endsAt: string }) =>
  change(contractId, { ends_at: new Date(Date.parse(endsAt) + 2 * DAY).toISOString() })
const signature = (fields: Record<string, JSONValue> = {}) => ({
  name: 'Anna Muster',
  image_path: `${company.companyId}/handovers/${randomUUID()}.png`,
  image_sha256: 'a'.repeat(64),
  device_at: '2026-11-20T10:00:00Z',
  ...fields,
})
const sign = (changeId: string, fields: Record<string, JSONValue> = {}, caller: Caller = staff) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`
      select public.sign_addendum(${changeId}, ${sql.json(signature(fields))}, '192.0.2.1', 'Phone') as id`
    return String(row?.id)
  })
const factsOf = (changeId: string) =>
  database.asService(async (sql) => {
    const [row] = await sql`select public.addendum_facts(${company.companyId}, ${changeId}) as it`
    return row?.it
  })
const verify = (contractId: string) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.verify_evidence(${contractId}) as it`
    return row?.it
  })

test('an extension is signed once, with old and new terms, in the chain of evidence', async () => {
  const rental = await running()
  const before = await verify(rental.contractId)
  const changeId = await extend(rental)
  expect(await factsOf(changeId)).toBeNull()
  const id = await sign(changeId)
  expect(await sign(changeId, { name: 'Somebody Else' })).toBe(id)
  const { addendum } = AddendumFacts.parse(await factsOf(changeId))
  expect(addendum).toMatchObject({
    nth: 1,
    readings: null,
    signature: { name: 'Anna Muster', signer: 'customer' },
  })
  expect(Date.parse(addendum.after.ends_at) - Date.parse(addendum.before.ends_at)).toBe(2 * DAY)
  expect(addendum.after.total_rappen).toBeGreaterThan(addendum.before.total_rappen)
  await seal('addendum', changeId, 'd')
  expect(await verify(rental.contractId)).toMatchObject({ entries: before.entries + 2, faults: [] })
  const queued = await database.asPostgres(
    (sql) =>
      sql`select topic from public.outbox where key in (${changeId}, ${`addendum:${changeId}`}) and topic <> 'mail.reservation_changed' order by topic`,
  )
  expect(queued.map(({ topic }) => topic)).toEqual(['document.addendum', 'mail.document'])
})

test('the mail about a change says that it waits to be signed, until it is', async () => {
  const rental = await running()
  const changeId = await extend(rental)
  const told = () =>
    database.asService(async (sql) => {
      const [row] = await sql`select public.reservation_change_facts(${company.companyId}, ${changeId}) as it`
      return row?.it
    })
  expect(await told()).toMatchObject({ awaits_signature: true })
  await sign(changeId)
  expect(await told()).toMatchObject({ awaits_signature: false })
})

test('a rental is not extended beyond the day on which a licence lapses', async () => {
  const rental = await running()
  await database.asPostgres(
    (sql) => sql`
      update public.drivers set licence_expires_on = ${rental.endsAt}::date + 1 where id = (select driver_id from public.contracts where id = ${rental.contractId})`,
  )
  expect((await refusalOf(extend(rental))).code).toBe('licence_expired')
})

test('what was signed is checked by its hash, by initials alone, and can neither be undone nor altered', async () => {
  const rental = await running()
  const changeId = await extend(rental)
  await sign(changeId)
  const hash = (await factsOf(changeId)).addendum.signature.document_sha256
  const answer = await database.asAnon(async (sql) => {
    const [row] = await sql`select public.verify_document(${hash}) as it`
    return row?.it
  })
  expect(answer).toMatchObject({
    match: 'content',
    kind: 'addendum',
    signatures: [{ signer: 'customer', initials: 'A. M.' }],
  })
  expect(JSON.stringify(answer)).not.toContain('Muster')
  const undo = database.as(staff, (sql) => sql`select public.undo_change(${changeId})`)
  expect((await refusalOf(undo)).code).toBe('addendum_signed')
  const altered = database.asPostgres(
    (sql) => sql`update public.addenda set name = 'X' where change_id = ${changeId}`,
  )
  expect((await refusalOf(altered)).code).toBe('append_only')
})

test('a vehicle exchanged on the way: both vehicles and their readings stand in the addendum', async () => {
  const rental = await running()
  const target = slot().vehicleId
  const [known] = await database.asPostgres(
    (sql) => sql`select odometer_km as km from public.vehicles where id = ${target}`,
  )
  const readings = {
    back: { odometer_km: rental.odometerKm + 120, fuel_percent: 40 },
    out: { odometer_km: known?.km, fuel_percent: 100 },
  }
  const changeId = await change(rental.contractId, { vehicle_id: target, keep_price: true })
  expect((await refusalOf(sign(changeId))).code).toBe('exchange_open')
  const open = await exchangeOf(database, rental.contractId)
  await recordExchange(database, company.owner, open.out, readings.out)
  expect((await refusalOf(sign(changeId))).code).toBe('exchange_open')
  await recordExchange(database, company.owner, open.back, readings.back)
  await sign(changeId)
  const { addendum } = AddendumFacts.parse(await factsOf(changeId))
  expect(addendum.readings).toEqual(readings)
  expect(addendum.before.plate).not.toBe(addendum.after.plate)
  expect(addendum.before.total_rappen).toBe(addendum.after.total_rappen)
})

test('only a change of a rental that runs is signed, with a name and a picture of the company', async () => {
  const rental = await running()
  const changeId = await extend(rental)
  expect((await refusalOf(sign(changeId, { name: ' ' }))).code).toBe('signature_missing')
  expect((await refusalOf(sign(changeId, { image_path: `${randomUUID()}/x.png` }))).code).toBe('invalid_path')
  expect((await refusalOf(sign(changeId, { name: { a: 1 } }))).code).toBe('invalid_input')
  await database.as(staff, (sql) => sql`select public.undo_change(${changeId})`)
  expect((await refusalOf(sign(changeId))).code).toBe('change_undone')
  const again = await extend(rental)
  await takeBack(database, company.owner, rental)
  expect((await refusalOf(sign(again))).code).toBe('contract_not_active')
})

test('signing and undoing at the same moment: one of them', async () => {
  const rental = await running()
  const changeId = await extend(rental)
  const [signed, undone] = await Promise.allSettled([
    sign(changeId),
    database.as(staff, (sql) => sql`select public.undo_change(${changeId})`),
  ])
  expect([signed.status, undone.status].sort()).toEqual(['fulfilled', 'rejected'])
})

test('a viewer signs nothing, and another company finds nothing', async () => {
  const rental = await running()
  const changeId = await extend(rental)
  const viewer = await addMember(database, company.companyId, 'viewer')
  const stranger = (await foundRentalCompany(database)).owner
  expect((await refusalOf(sign(changeId, {}, viewer))).status).toBe(403)
  expect((await refusalOf(sign(changeId, {}, stranger))).status).toBe(404)
  await sign(changeId)
  expect(await database.as(stranger, (sql) => sql`select id from public.addenda`)).toEqual([])
})

const signByLink = (
  reservationId: string,
  changeId: string,
  fields: Record<string, JSONValue> = {},
  at = company,
) =>
  database.asService(async (sql) => {
    const [row] = await sql`
      select public.sign_addendum_by_link(${at.companyId}, ${reservationId}, ${changeId}, ${sql.json(signature(fields))}, '192.0.2.1', 'Phone') as id`
    return String(row?.id)
  })
const portalAddenda = (token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.portal_by_token(${company.slug}, ${token}) -> 'addenda' as it`
    return row?.it as { change_id: string; after: { ends_at: string }; driver: { name: string } | null }[]
  })

test('the customer sees what is to be signed by the private link, and signs it there', async () => {
  const rental = await running()
  expect(await portalAddenda(rental.token)).toEqual([])
  const changeId = await extend(rental)
  const [waiting, ...others] = await portalAddenda(rental.token)
  expect(others).toEqual([])
  expect(waiting?.change_id).toBe(changeId)
  expect(Date.parse(waiting?.after.ends_at ?? '')).toBe(Date.parse(rental.endsAt) + 2 * DAY)
  const before = await verify(rental.contractId)
  const id = await signByLink(rental.id, changeId)
  expect(await signByLink(rental.id, changeId)).toBe(id)
  expect(await sign(changeId)).toBe(id)
  expect(await portalAddenda(rental.token)).toEqual([])
  expect(await verify(rental.contractId)).toMatchObject({ entries: before.entries + 1, faults: [] })
  const [row] = await database.asPostgres(
    (sql) => sql`
      select a.witnessed_by, host(a.ip) as ip, (select count(*)::int from public.outbox where topic = 'document.addendum' and key = ${changeId}) as papers
      from public.addenda a where a.id = ${id}`,
  )
  expect(row).toEqual({ witnessed_by: null, ip: '192.0.2.1', papers: 1 })
})

test('a link signs for its own booking alone, and only our own machine brings signatures', async () => {
  const [rental, another] = [await running(), await running()]
  const changeId = await extend(rental)
  const elsewhere = await foundRentalCompany(database)
  expect((await refusalOf(signByLink(another.id, changeId))).status).toBe(404)
  expect((await refusalOf(signByLink(rental.id, changeId, {}, elsewhere))).status).toBe(404)
  expect((await refusalOf(signByLink(rental.id, changeId, { name: ' ' }))).code).toBe('signature_missing')
  const byThemselves = database.asAnon(
    (sql) => sql`
      select public.sign_addendum_by_link(${company.companyId}, ${rental.id}, ${changeId}, ${sql.json(signature())})`,
  )
  await expect(byThemselves).rejects.toThrow('permission denied')
  await database.as(staff, (sql) => sql`select public.undo_change(${changeId})`)
  expect(await portalAddenda(rental.token)).toEqual([])
  expect((await refusalOf(signByLink(rental.id, changeId))).code).toBe('change_undone')
})

test('who joins while the rental runs stands in an addendum; taken back, they do not drive', async () => {
  const rental = await running()
  const add = () =>
    database.as(
      staff,
      (sql) => sql`
        select public.add_contract_driver(${rental.contractId}, ${sql.json({ ...driver, first_name: 'Zoé', licence_number: '987654321001' })})`,
    )
  await add()
  await add()
  const waiting = await portalAddenda(rental.token)
  expect(waiting).toMatchObject([{ driver: { name: 'Zoé Muster' } }])
  const changeId = String(waiting[0]?.change_id)
  await database.as(staff, (sql) => sql`select public.undo_change(${changeId})`)
  const drives = await database.asPostgres(
    (sql) => sql`select driver_id from public.contract_drivers where contract_id = ${rental.contractId}`,
  )
  expect([...drives]).toEqual([])
  await add()
  const [again] = await portalAddenda(rental.token)
  await signByLink(rental.id, String(again?.change_id))
  const { addendum } = AddendumFacts.parse(await factsOf(String(again?.change_id)))
  expect(addendum.driver).toEqual({ name: 'Zoé Muster', licence_number: '987654321001' })
  expect(addendum.after.total_rappen).toBe(addendum.before.total_rappen)
})
