import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, driver, handOver, signatures, startPickup, takeBack } from './support/rentals.ts'

/** What becomes of a contract that does not begin, of a vehicle that does not come back, and who may drive. */
const database = freshDatabase()
let company: RentalCompany
let stranger: RentalCompany
let staff: RentalCompany['owner']
let viewer: RentalCompany['owner']
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  stranger = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
})

const book = async () => (await bookAndPay(database, company, slot())).id
const open = (reservationId: string) => database.as(company.owner, (sql) => startPickup(sql, reservationId))
const cancel = (contractId: string, caller: Caller = company.owner, reason = 'Kundin verschiebt') =>
  database.as(caller, (sql) => sql`select public.cancel_contract(${contractId}, ${reason})`)
const one = async (query: string) => (await database.asPostgres((sql) => sql.unsafe(query)))[0]

test('a contract that never began is cancelled; its reservation holds the vehicle as before and can be handed over', async () => {
  const reservation = await book()
  const { contractId } = await open(reservation)
  await cancel(contractId)
  await cancel(contractId)
  expect(
    await one(`
      select c.status, c.cancel_reason, r.status as reservation, a.source_kind, a.source_id, a.active from public.contracts c
      join public.reservations r on r.id = c.reservation_id join public.allocations a on a.source_id = r.id where c.id = '${contractId}'`),
  ).toEqual({
    status: 'cancelled',
    cancel_reason: 'Kundin verschiebt',
    reservation: 'confirmed',
    source_kind: 'reservation',
    source_id: reservation,
    active: true,
  })
  const again = await handOver(database, company.owner, reservation)
  expect(again.contractId).not.toBe(contractId)
  const numbers = await database.asPostgres(
    (sql) => sql`select number from public.contracts where reservation_id = ${reservation} order by number`,
  )
  const [first, second] = numbers.map(({ number }) => Number(number.slice(-5)))
  expect(second).toBe((first ?? 0) + 1)
})

test('the list says when a vehicle left and came back, however far from what was agreed', async () => {
  const pickup = await handOver(database, company.owner, await book())
  const told = () =>
    one(`
      select l.out_at = c.picked_up_at as left, c.picked_up_at < c.starts_at as early, l.over_at = c.ends_at as open, l.over_at = c.returned_at as back
      from public.contract_list l join public.contracts c using (company_id, id) where id = '${pickup.contractId}'`)
  expect(await told()).toEqual({ left: true, early: true, open: true, back: null })
  await takeBack(database, company.owner, pickup)
  expect(await told()).toEqual({ left: true, early: true, open: false, back: true })
  const { contractId: waiting } = await open(await book())
  expect(
    await one(`select out_at = starts_at as agreed from public.contract_list where id = '${waiting}'`),
  ).toEqual({ agreed: true })
})

test('what is out, back or another’s is not cancelled, and staff may not', async () => {
  const reservation = await book()
  const { contractId } = await open(reservation)
  expect(await refusalOf(cancel(contractId, staff))).toMatchObject({ status: 403, code: 'forbidden' })
  expect(await refusalOf(cancel(contractId, stranger.owner))).toMatchObject({ status: 404 })
  expect(await refusalOf(cancel(contractId, company.owner, '  '))).toMatchObject({ status: 422 })
  const pickup = await handOver(database, company.owner, reservation)
  expect(await refusalOf(cancel(contractId))).toMatchObject({ status: 409, code: 'invalid_transition' })
  await takeBack(database, company.owner, pickup)
  expect(await refusalOf(cancel(contractId))).toMatchObject({ status: 409, code: 'invalid_transition' })
})

test('a pickup whose contract was cancelled meanwhile does not end, whatever the phone still sends', async () => {
  const reservation = await book()
  const { contractId, handoverId, odometerKm } = await open(reservation)
  await cancel(contractId)
  const end = database.as(
    company.owner,
    (sql) => sql`
      select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(driver)},
        ${sql.json(signatures(company.companyId))}, 'cash')`,
  )
  expect(await refusalOf(end)).toMatchObject({ status: 409, code: 'contract_cancelled' })
})

test('the contract is in the language in which its customer read it before signing, its terms too', async () => {
  const terms = { de: 'Auf Deutsch.', fr: 'En français.' }
  await database.as(
    company.owner,
    (sql) => sql`update public.companies set terms = ${sql.json(terms)} where id = ${company.companyId}`,
  )
  const { contractId, handoverId, odometerKm } = await open(await book())
  const end = (language: string) =>
    database.as(
      company.owner,
      (sql) => sql`
        select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(driver)},
          ${sql.json(signatures(company.companyId))}, 'cash', p_language => ${language})`,
    )
  const said = () => one(`select locale, terms from public.contracts where id = '${contractId}'`)
  expect(await refusalOf(end('rm'))).toMatchObject({ status: 422, code: 'invalid_input' })
  expect(await said()).toEqual({ locale: 'de', terms: terms.de })
  await end('fr')
  expect(await said()).toEqual({ locale: 'fr', terms: terms.fr })
})

test('no state is skipped, even behind the functions', async () => {
  const { contractId } = await open(await book())
  for (const status of ['active', 'returned', 'closed']) {
    const skip = database.asPostgres((sql) =>
      sql.unsafe(`update public.contracts set status = '${status}' where id = '${contractId}'`),
    )
    expect(await refusalOf(skip)).toMatchObject({ status: 409, code: 'invalid_transition' })
  }
})

const sweep = () =>
  database.asService(async (sql) => (await sql`select public.mark_overdue_contracts() as n`)[0]?.n)
const reminders = (contractId: string) =>
  database.asPostgres(
    (sql) => sql`select topic from public.outbox where key like ${`${contractId}:%`} order by topic`,
  )

test('a vehicle that should be back is marked after the grace, and its customer reminded once for each agreed end', async () => {
  const { contractId } = await handOver(database, company.owner, await book())
  const endAt = (ago: string) =>
    database.asPostgres((sql) =>
      sql.unsafe(
        `update public.contracts set starts_at = now() - interval '3 days', ends_at = now() - interval '${ago}' where id = '${contractId}'`,
      ),
    )
  await endAt('1 minute')
  expect(await sweep()).toBe(0)
  await endAt('5 hours')
  expect(await sweep()).toBe(1)
  expect(await sweep()).toBe(0)
  expect((await reminders(contractId)).map(({ topic }) => topic)).toEqual([
    'mail.return_overdue',
    'sms.return_overdue',
  ])
  const facts = () =>
    database.asService(
      async (sql) =>
        (await sql`select public.overdue_facts(${company.companyId}, ${contractId}) as it`)[0]?.it,
    )
  expect((await facts()).number).toMatch(/^M-/)
  // Extended: neither overdue nor reminded, until that end has passed as well.
  await database.asPostgres(
    (sql) => sql`update public.contracts set ends_at = now() + interval '1 day' where id = ${contractId}`,
  )
  expect(await facts()).toBeNull()
  expect(await reminders(contractId)).toEqual([])
  expect(await sweep()).toBe(0)
  await endAt('6 hours')
  expect(await sweep()).toBe(1)
  expect(await reminders(contractId)).toHaveLength(2)
})

const further = { ...driver, first_name: 'Beat', last_name: 'Fahrer', licence_number: '987654321001' }
const name = (contractId: string, fields: object = {}, caller: Caller = company.owner) =>
  database.as(
    caller,
    async (sql) =>
      (
        await sql`select public.add_contract_driver(${contractId}, ${sql.json({ ...further, ...fields })}) as id`
      )[0]?.id as string,
  )

test('further drivers stand on the contract, each with a licence somebody looked at', async () => {
  const reservation = await book()
  const { contractId } = await open(reservation)
  const id = await name(contractId)
  expect(await name(contractId)).toBe(id)
  await handOver(database, company.owner, reservation)
  const facts = await database.asService(
    async (sql) =>
      (await sql`select public.contract_facts(${company.companyId}, ${contractId}) as it`)[0]?.it,
  )
  expect(facts.driver.last_name).toBe('Muster')
  expect(facts.further_drivers.map((row: { last_name: string }) => row.last_name)).toEqual(['Fahrer'])
  const checks = await database.as(
    viewer,
    (sql) => sql`
      select driver_id, checked_by, categories, expires_on::text, findings from public.licence_checks
      where contract_id = ${contractId} order by checked_at`,
  )
  expect(checks).toHaveLength(3)
  expect(checks[0]).toEqual({
    driver_id: id,
    checked_by: company.owner.userId,
    categories: ['B'],
    expires_on: '2040-01-01',
    findings: [],
  })
})

test.each([
  ['licence_expired', { licence_expires_on: '2020-01-01' }],
  ['driver_too_young', { birth_date: '2015-01-01' }],
  ['licence_automatic_only', { licence_codes: ['01', '78'] }],
  ['invalid_input', { birth_date: null }],
])('a further driver is refused: %s', async (code, fields) => {
  const { contractId } = await open(await book())
  await database.asPostgres(
    (sql) => sql`
      update public.vehicles v set transmission = 'manual' from public.contracts c where c.vehicle_id = v.id and c.id = ${contractId}`,
  )
  expect(await refusalOf(name(contractId, fields))).toMatchObject({ status: 422, code })
})

test('code 78 drives an automatic; the limits of B are recorded for a person to judge', async () => {
  const { contractId } = await open(await book())
  await database.asPostgres(
    (sql) => sql`
      update public.vehicles v set transmission = 'automatic', gross_weight_kg = 4200, seats = 12 from public.contracts c
      where c.vehicle_id = v.id and c.id = ${contractId}`,
  )
  const findingsOf = async (fields: object) => {
    const id = await name(contractId, fields)
    const rows = await database.as(
      viewer,
      (sql) => sql`
        select findings from public.licence_checks where contract_id = ${contractId} and driver_id = ${id} order by checked_at desc limit 1`,
    )
    return rows[0]?.findings
  }
  expect(await findingsOf({ licence_codes: ['78'] })).toEqual(['too_heavy', 'too_many_seats'])
  expect(await findingsOf({ licence_categories: ['B', 'C1'] })).toEqual(['too_many_seats'])
  expect(await findingsOf({ licence_categories: ['C', 'D'] })).toEqual([])
  expect(await findingsOf({ licence_categories: ['A'] })).toEqual(['category_missing'])
})

test('after the return nobody is added; after signing nobody is taken off; strangers and viewers do neither', async () => {
  const reservation = await book()
  const { contractId } = await open(reservation)
  const remove = (driverId: string, caller: Caller = company.owner) =>
    database.as(caller, (sql) => sql`select public.remove_contract_driver(${contractId}, ${driverId})`)
  const id = await name(contractId)
  await remove(id)
  expect(await refusalOf(remove(id))).toMatchObject({ status: 404 })
  const again = await name(contractId)
  expect(await refusalOf(name(contractId, {}, viewer))).toMatchObject({ status: 403 })
  expect(await refusalOf(name(contractId, {}, stranger.owner))).toMatchObject({ status: 404 })
  const pickup = await handOver(database, company.owner, reservation)
  expect(await refusalOf(remove(again))).toMatchObject({ status: 409, code: 'invalid_transition' })
  await takeBack(database, company.owner, pickup)
  expect(await refusalOf(name(contractId))).toMatchObject({ status: 409, code: 'invalid_transition' })
})

test('nobody alters what was found when a licence was checked', async () => {
  for (const statement of [
    `update public.licence_checks set findings = '{}'`,
    'delete from public.licence_checks',
  ]) {
    expect((await refusalOf(database.asPostgres((sql) => sql.unsafe(statement)))).status).toBe(403)
  }
})
