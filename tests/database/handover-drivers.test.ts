import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, driver, type Pickup, signatures, startPickup, step } from './support/rentals.ts'

/** A further driver named on the phone: with the licence in hand, at the company's price, on the contract that is signed. */
const database = freshDatabase()
let company: RentalCompany
let extraId: string
const slot = freeSlots(() => company)
const zoe = { ...driver, first_name: 'Zoé', last_name: 'Zweit', licence_number: '987654321001' }
const beat = { ...driver, first_name: 'Beat', last_name: 'Dritt', licence_number: '987654321002' }

beforeAll(async () => {
  company = await foundRentalCompany(database)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      insert into public.extras (company_id, code, names, charge, price_rappen, max_quantity, for_driver)
      values (${company.companyId}, 'further_driver', '{"de": "Weitere Person am Steuer"}', 'per_day', 800, 2, true) returning id`,
  )
  extraId = String(row?.id)
})

async function pickup(extras: JSONValue = []) {
  const booking = await bookAndPay(database, company, { ...slot(), extras })
  const opened = await database.as(company.owner, (sql) => startPickup(sql, booking.id))
  return { ...opened, reservationId: booking.id, booked: booking.total_rappen }
}
type Opened = Awaited<ReturnType<typeof pickup>>

const add = (
  { handoverId }: Pick<Pickup, 'handoverId'>,
  who: Record<string, JSONValue>,
  id: string = randomUUID(),
  given: JSONValue = step(),
) =>
  database.as(company.owner, async (sql) => {
    await sql`select public.add_handover_driver(${handoverId}, ${id}, ${sql.json(who)}, ${sql.json(given)})`
    return id
  })
const remove = ({ handoverId }: Opened, id: string) =>
  database.as(
    company.owner,
    (sql) => sql`select public.remove_handover_driver(${handoverId}, ${id}, ${sql.json(step())})`,
  )
const told = ({ reservationId }: Opened) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.list_driver_prices(${[reservationId]}) -> 0 -> 'next' as it`
    return row?.it
  })
const agreed = ({ contractId, reservationId }: Pick<Opened, 'contractId' | 'reservationId'>) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select (c.price ->> 'total_rappen')::int as total, r.total_rappen::int as promised,
        (select sum(amount_rappen)::int from public.contract_lines l where l.contract_id = c.id) as lines,
        (select count(*)::int from public.contract_drivers d where d.contract_id = c.id) as named
      from public.contracts c join public.reservations r on r.id = ${reservationId} where c.id = ${contractId}`
    return row
  })
const complete = (
  { handoverId, odometerKm }: Opened,
  total: number,
  who: Record<string, JSONValue> = driver,
) =>
  database.as(
    company.owner,
    (sql) => sql`
      select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(who)},
        ${sql.json(signatures(company.companyId))}, 'cash', p_step => ${sql.json(step())}, p_total_rappen => ${total})`,
  )

test('each one costs what the phone was told, stands on the contract, and is in what was signed', async () => {
  const at = await pickup()
  const [first, second, ...more] = await told(at)
  expect([first > 0, second > 0, more]).toEqual([true, true, []])
  await add(at, zoe)
  expect(await agreed(at)).toMatchObject({
    total: at.booked + first,
    lines: at.booked + first,
    promised: at.booked + first,
    named: 1,
  })
  await add(at, beat)
  const total = at.booked + first + second
  expect(await agreed(at)).toMatchObject({ total, named: 2 })
  expect((await refusalOf(complete(at, at.booked))).code).toBe('total_changed')
  await complete(at, total)
  const [facts] = await database.asService(
    (sql) => sql`select public.contract_facts(${company.companyId}, ${at.contractId}) as it`,
  )
  expect(facts?.it.further_drivers.map((row: { last_name: string }) => row.last_name).sort()).toEqual([
    'Dritt',
    'Zweit',
  ])
})

test('who was booked costs nothing more, and who is taken back gives back what they cost', async () => {
  const at = await pickup([{ extra_id: extraId, quantity: 1 }])
  expect((await told(at))[0]).toBe(0)
  const booked = await add(at, zoe)
  expect(await agreed(at)).toMatchObject({ total: at.booked })
  const [next] = await told(at)
  const paid = await add(at, beat)
  expect(await agreed(at)).toMatchObject({ total: at.booked + next, named: 2 })
  await remove(at, paid)
  await remove(at, paid)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 1 })
  await remove(at, booked)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 0 })
})

test('sent twice, or somebody already named, it is one; the phone’s name for them leads to the pictures of their licence', async () => {
  const at = await pickup()
  const given = step()
  const id = await add(at, zoe, randomUUID(), given)
  await add(at, zoe, id, given)
  const again = await add(at, zoe)
  expect(await agreed(at)).toMatchObject({ named: 1 })
  const photo = randomUUID()
  const path = `${company.companyId}/handovers/${photo}.jpg`
  await database.as(
    company.owner,
    (sql) => sql`
      select public.add_handover_photo(${at.handoverId}, ${photo}, 'licence', ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 300, now(), p_driver_id => ${again})`,
  )
  const [shown] = await database.asPostgres(
    (sql) => sql`
      select d.last_name from public.handover_photos p join public.drivers d on d.id = p.driver_id where p.id = ${photo}`,
  )
  expect(shown?.last_name).toBe('Zweit')
  await remove(at, again)
  const left = await database.asPostgres(
    (sql) => sql`select id from public.handover_photos where id = ${photo}`,
  )
  expect(left).toEqual([])
})

test.each([
  ['licence_expired', { licence_expires_on: '2020-01-01' }],
  ['driver_too_young', { birth_date: '2015-01-01' }],
  ['invalid_input', { birth_date: null }],
])('nobody drives whom the rules refuse: %s', async (code, fields) => {
  const at = await pickup()
  expect((await refusalOf(add(at, { ...zoe, ...fields }))).code).toBe(code)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 0 })
})

test('a price that was kept, as at a free upgrade, is not made anew for somebody more', async () => {
  const at = await pickup()
  await database.asPostgres(async (sql) => {
    await sql`update public.reservations set price = jsonb_set(price, '{total_rappen}', to_jsonb(total_rappen - 5000)), total_rappen = total_rappen - 5000 where id = ${at.reservationId}`
    await sql`update public.contracts c set price = r.price from public.reservations r where r.id = c.reservation_id and c.id = ${at.contractId}`
  })
  expect(await told(at)).toEqual([])
  await add(at, zoe)
  expect(await agreed(at)).toMatchObject({ total: at.booked - 5000, promised: at.booked - 5000, named: 1 })
})

test('who signs is no further driver, and costs as little', async () => {
  const at = await pickup()
  await add(at, zoe)
  await complete(at, at.booked, zoe)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 0 })
})

test('once it is signed nobody joins on the phone, and the price it was signed at cannot be taken back', async () => {
  const at = await pickup()
  await add(at, zoe)
  await complete(at, (await agreed(at))?.total)
  expect((await refusalOf(add(at, beat))).code).toBe('handover_completed')
  const [change] = await database.asPostgres(
    (sql) => sql`select id from public.reservation_changes where contract_id = ${at.contractId}`,
  )
  expect(await refusalOf(undo(change?.id))).toMatchObject({
    code: 'undo_impossible',
    details: { reason: 'picked_up' },
  })
})

/** Names somebody at the desk, having been shown a price or not. */
const addAtDesk = (
  { contractId }: Pick<Opened, 'contractId'>,
  who: Record<string, JSONValue>,
  shown: number | null = null,
) =>
  database.as(
    company.owner,
    (sql) => sql`select public.add_contract_driver(${contractId}, ${sql.json(who)}, ${shown})`,
  )
const changesOf = ({ contractId }: Pick<Opened, 'contractId'>) =>
  database.asPostgres(
    (sql) => sql`
      select id, driver_id is not null as named, (after #>> '{price,total_rappen}')::int - (before #>> '{price,total_rappen}')::int as added
      from public.reservation_changes where contract_id = ${contractId} and undone_at is null order by created_at`,
  )
const sealContract = ({ contractId }: Pick<Opened, 'contractId'>) =>
  database.asService(
    (sql) => sql`
      select public.seal_document(${company.companyId}, 'contract', ${contractId}, 'de', ${`${company.companyId}/contracts/${contractId}.pdf`},
        ${'c'.repeat(64)}, 1000)`,
  )
const undo = (id: string) => database.as(company.owner, (sql) => sql`select public.undo_change(${id})`)

test('named at the desk they cost what they cost on the phone, and removed there they cost nothing again', async () => {
  const at = await pickup([{ extra_id: extraId, quantity: 1 }])
  await addAtDesk(at, zoe, 0)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 1 })
  const [next] = await told(at)
  expect(next).toBeGreaterThan(0)
  await addAtDesk(at, beat, next)
  await addAtDesk(at, beat, 0)
  expect(await agreed(at)).toMatchObject({
    total: at.booked + next,
    lines: at.booked + next,
    promised: at.booked + next,
    named: 2,
  })
  const [named] = await database.asPostgres(
    (sql) =>
      sql`select driver_id from public.contract_drivers where contract_id = ${at.contractId} and added_rappen > 0`,
  )
  await database.as(
    company.owner,
    (sql) => sql`select public.remove_contract_driver(${at.contractId}, ${named?.driver_id})`,
  )
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 1 })
})

test('nobody is named at another price than was shown', async () => {
  const at = await pickup()
  const refusal = await refusalOf(addAtDesk(at, zoe, 0))
  expect(refusal).toMatchObject({
    status: 409,
    code: 'total_changed',
    details: { added_rappen: (await told(at))[0] },
  })
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 0 })
})

test('who joins a rental that runs is one change with their name and price on it, and taken back with both', async () => {
  const at = await pickup()
  await complete(at, at.booked)
  await sealContract(at)
  const [next] = await told(at)
  await addAtDesk(at, zoe, next)
  const [change, ...others] = await changesOf(at)
  expect(change).toMatchObject({ named: true, added: next })
  expect(others).toEqual([])
  expect(await agreed(at)).toMatchObject({ total: at.booked + next, named: 1 })
  await undo(change?.id)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 0 })
})

test('a naming at the desk taken back before the pickup takes the driver with its price', async () => {
  const at = await pickup()
  await addAtDesk(at, zoe)
  const [change] = await changesOf(at)
  await undo(change?.id)
  expect(await agreed(at)).toMatchObject({ total: at.booked, named: 0 })
})

test('without a price for further drivers nothing is told and nothing is added', async () => {
  const other = await foundRentalCompany(database)
  const booking = await bookAndPay(database, other, freeSlots(() => other)())
  const [row] = await database.as(
    other.owner,
    (sql) => sql`select public.list_driver_prices(${[booking.id]}) as it`,
  )
  expect(row?.it).toEqual([])
  const { contractId } = await database.as(other.owner, (sql) => startPickup(sql, booking.id))
  await database.as(
    other.owner,
    (sql) => sql`select public.add_contract_driver(${contractId}, ${sql.json(zoe)}, 0)`,
  )
  expect(await agreed({ contractId, reservationId: booking.id })).toMatchObject({
    total: booking.total_rappen,
    named: 1,
  })
})
