import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import {
  type Booking,
  bookOnSite,
  driver,
  periodIn,
  settle,
  signatures,
  startPickup,
} from './support/rentals.ts'

/** One rental from the first click to the closed contract; each step is allowed to some and denied to others. */
const database = freshDatabase()
let alpenmobil: RentalCompany
let glanzwerk: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
let viewer: typeof staff

beforeAll(async () => {
  alpenmobil = await foundRentalCompany(database, 'alpenmobil')
  glanzwerk = await foundRentalCompany(database, 'glanzwerk')
  staff = await addMember(database, alpenmobil.companyId, 'staff')
  viewer = await addMember(database, alpenmobil.companyId, 'viewer')
})

const stay = periodIn(1, 3)
let booking: Booking
let handoverId: string
let contractId: string
let odometerKm: number
let includedKm: number
let extraKmRappen: number
let invoiceId: string
let depositId: string

test('a visitor sees the free vehicles with their full price', async () => {
  const offers = await database.asAnon(async (sql) => {
    const [row] =
      await sql`select public.search_availability_on_site('alpenmobil', ${stay.startsAt}::timestamptz, ${stay.endsAt}::timestamptz) as offers`
    return row?.offers
  })
  expect(offers).toHaveLength(40)
  expect(offers[0].price).toMatchObject({
    days: 3,
    currency: 'CHF',
    booking_deposit_rappen: offers[0].price.total_rappen / 2,
  })
})

test('a visitor books with an extra and is asked for the deposit', async () => {
  booking = await database.asAnon((sql) =>
    bookOnSite(sql, 'alpenmobil', {
      ...stay,
      vehicleId: vehicleOf(alpenmobil, 0).id,
      extras: [{ extra_id: alpenmobil.extras.child_seat, quantity: 2 }],
    }),
  )
  expect(booking.number).toMatch(/^R-\d{4}-00001$/)
  expect(booking.status).toBe('pending')
  expect(booking.payment?.amount_rappen).toBe(Math.round(booking.total_rappen / 2))
})

test('the private link opens the booking, and only on the right site', async () => {
  const read = (slug: string, token: string) =>
    database.asAnon(
      async (sql) => (await sql`select public.booking_by_token(${slug}, ${token}) as booking`)[0]?.booking,
    )
  expect((await read('alpenmobil', booking.token)).id).toBe(booking.id)
  expect(await read('glanzwerk', booking.token)).toBeNull()
  expect(await read('alpenmobil', `${booking.token.slice(0, -1)}x`)).toBeNull()
})

test('the paid deposit confirms the reservation, once', async () => {
  expect(await settle(database, alpenmobil, booking)).toBe('settled')
  expect(await settle(database, alpenmobil, booking)).toBe('already_settled')
  const [row] = await database.as(
    staff,
    (sql) => sql`select status from public.reservations where id = ${booking.id}`,
  )
  expect(row?.status).toBe('confirmed')
})

test('confirmation by mail and text message is queued, once each', async () => {
  const jobs = await database.asPostgres(
    (sql) => sql`select topic from public.outbox where key = ${booking.id} order by topic`,
  )
  expect(jobs.map(({ topic }) => topic)).toEqual(['mail.reservation_confirmed', 'sms.reservation_confirmed'])
})

test('nobody but the company sees the reservation', async () => {
  const see = (caller: Caller) =>
    database.as(caller, (sql) => sql`select id from public.reservations where id = ${booking.id}`)
  expect(await see(viewer)).toHaveLength(1)
  expect(await see(glanzwerk.owner)).toHaveLength(0)
  expect(await see({ ...glanzwerk.owner, companyId: alpenmobil.companyId })).toHaveLength(0)
})

test('a viewer cannot hand a vehicle over, another company finds nothing', async () => {
  expect(await refusalOf(database.as(viewer, (sql) => startPickup(sql, booking.id)))).toMatchObject({
    status: 403,
    code: 'forbidden',
  })
  expect(await refusalOf(database.as(glanzwerk.owner, (sql) => startPickup(sql, booking.id)))).toMatchObject({
    status: 404,
    code: 'not_found',
  })
})

test('staff open the pickup; opening it twice is the same pickup', async () => {
  ;({ handoverId, contractId, odometerKm } = await database.as(staff, (sql) => startPickup(sql, booking.id)))
  const again = await database.as(staff, (sql) => startPickup(sql, booking.id))
  expect(again).toMatchObject({ handoverId, contractId })
})

test('photos and damage marks are kept, whatever is sent twice', async () => {
  const photo = randomUUID()
  const mark = randomUUID()
  const path = `${alpenmobil.companyId}/handovers/${photo}.jpg`
  const add = () =>
    database.as(staff, async (sql) => {
      await sql`select public.add_handover_photo(${handoverId}, ${photo}, 'front', ${path}, ${path}, ${'b'.repeat(64)}, 1600, 1200, 300000, now())`
      await sql`select public.mark_damage(${handoverId}, ${mark}, 'left', 0.25, 0.5, 'scratch', 'minor', 'Alt')`
    })
  await add()
  await add()
  const [row] = await database.as(
    viewer,
    (sql) => sql`
    select (select count(*)::int from public.handover_photos) as photos, (select count(*)::int from public.damages) as marks`,
  )
  expect(row).toEqual({ photos: 1, marks: 1 })
})

test('a damage below zero is refused, at a pickup as well', async () => {
  const mark = database.as(
    staff,
    (sql) =>
      sql`select public.mark_damage(${handoverId}, ${randomUUID()}, 'left', 0.25, 0.5, 'scratch', 'minor', null, -100)`,
  )
  expect(await refusalOf(mark)).toMatchObject({ status: 422, code: 'invalid_input' })
})

test('a photo in another company’s folder is refused', async () => {
  const path = `${glanzwerk.companyId}/handovers/x.jpg`
  const add = database.as(
    staff,
    (sql) => sql`
    select public.add_handover_photo(${handoverId}, ${randomUUID()}, 'front', ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 300, now())`,
  )
  expect(await refusalOf(add)).toMatchObject({ status: 422, code: 'invalid_path' })
})

const completePickup = (fields: { readings?: object; driver?: object; signatures?: unknown[] }) =>
  database.as(staff, async (sql) => {
    await sql`
      select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100, ...fields.readings })},
        ${sql.json({ ...driver, ...fields.driver })}, ${sql.json((fields.signatures ?? signatures(alpenmobil.companyId)) as never)}, 'cash', '192.0.2.7', 'Phone')`
  })

test.each([
  ['licence_expired', { driver: { licence_expires_on: '2020-01-01' } }],
  ['driver_too_young', { driver: { birth_date: '2015-01-01' } }],
  ['invalid_input', { driver: { birth_date: null } }],
  ['invalid_input', { driver: { last_name: 'A\nB' } }],
  ['odometer_backwards', { readings: { odometer_km: 1 } }],
  ['readings_missing', { readings: { odometer_km: null } }],
  ['readings_missing', { readings: { fuel_percent: null } }],
  ['signature_missing', { signatures: [] }],
])('a pickup is refused: %s', async (code, fields) => {
  expect(await refusalOf(completePickup(fields))).toMatchObject({ status: 422, code })
})

test('signed, the contract is active and the vehicle is out; a repetition changes nothing', async () => {
  await completePickup({})
  await completePickup({})
  const [row] = await database.as(
    viewer,
    (sql) => sql`
    select c.number, c.status, v.status as vehicle, c.content_sha256 = s.document_sha256 as sealed, d.amount_rappen > 0 and d.status = 'held' as deposit, d.id
    from public.contracts c join public.vehicles v on v.id = c.vehicle_id join public.signatures s on true join public.deposits d on d.contract_id = c.id
    where c.id = ${contractId}`,
  )
  expect(row).toMatchObject({ status: 'active', vehicle: 'rented', sealed: true, deposit: true })
  expect(row?.number).toMatch(/^M-\d{4}-00001$/)
  depositId = row?.id
})

test('the return shows beforehand what it will cost: kilometres, fuel, damage', async () => {
  const preview = await database.as(staff, async (sql) => {
    const [opened] = await sql`
      select public.start_return(${contractId}) ->> 'handover_id' as id, included_km, extra_km_rappen::int from public.contracts where id = ${contractId}`
    handoverId = opened?.id
    includedKm = opened?.included_km
    extraKmRappen = opened?.extra_km_rappen
    await sql`select public.mark_damage(${handoverId}, ${randomUUID()}, 'rear', 0.5, 0.5, 'dent', 'medium', 'Parkplatz', 45000)`
    const [row] =
      await sql`select public.preview_settlement(${handoverId}, ${odometerKm + includedKm + 100}, 50) as preview`
    return row?.preview
  })
  const amounts = Object.fromEntries(
    preview.lines.map((line: { kind: string; amount_rappen: number }) => [line.kind, line.amount_rappen]),
  )
  expect(amounts).toEqual({ extra_km: 100 * extraKmRappen, fuel: 25 * 210, damage: 45_000 })
  expect(preview.due_rappen).toBe(
    preview.rental_rappen + preview.additional_rappen - booking.booking_deposit_rappen,
  )
})

test.each([
  ['odometer_backwards', 'lower than at the pickup', () => odometerKm - 1],
  ['readings_missing', 'without anything read', () => null],
])('a return is refused: %s, for an odometer %s', async (code, _, km) => {
  const back = database.as(
    staff,
    (sql) => sql`
      select public.complete_return(${handoverId}, ${sql.json({ odometer_km: km(), fuel_percent: 50 })}, ${sql.json(signatures(alpenmobil.companyId))})`,
  )
  expect(await refusalOf(back)).toMatchObject({ status: 422, code })
})

test('the return charges exactly that and sends the vehicle to cleaning', async () => {
  await database.as(staff, async (sql) => {
    const readings = sql.json({ odometer_km: odometerKm + includedKm + 100, fuel_percent: 50, clean: false })
    await sql`select public.complete_return(${handoverId}, ${readings}, ${sql.json(signatures(alpenmobil.companyId))})`
    await sql`select public.complete_return(${handoverId}, ${readings}, ${sql.json(signatures(alpenmobil.companyId))})`
  })
  const [row] = await database.as(
    viewer,
    (sql) => sql`
    select c.status, v.status as vehicle, v.odometer_km, (select sum(amount_rappen)::int from public.contract_lines where position > 100) as more
    from public.contracts c join public.vehicles v on v.id = c.vehicle_id where c.id = ${contractId}`,
  )
  expect(row).toEqual({
    status: 'returned',
    vehicle: 'cleaning',
    odometer_km: odometerKm + includedKm + 100,
    more: 100 * extraKmRappen + 50_250,
  })
  await database.as(staff, (sql) => sql`select public.mark_vehicle_ready(${vehicleOf(alpenmobil, 0).id})`)
})

test('a contract with an open deposit or without invoice does not close', async () => {
  expect(
    await refusalOf(database.as(staff, (sql) => sql`select public.close_contract(${contractId})`)),
  ).toMatchObject({ code: 'invoice_missing' })
})

test('the invoice counts the deposit paid; issuing it again is the same invoice', async () => {
  const issue = () =>
    database.as(staff, async (sql) => (await sql`select public.issue_invoice(${contractId}) as id`)[0]?.id)
  invoiceId = await issue()
  expect(await issue()).toBe(invoiceId)
  const [row] = await database.as(
    viewer,
    (sql) => sql`select number, status, total_rappen::int, paid_rappen::int, reference from public.invoices`,
  )
  expect(row).toMatchObject({
    status: 'partially_paid',
    total_rappen: booking.total_rappen + 100 * extraKmRappen + 50_250,
    paid_rappen: booking.booking_deposit_rappen,
  })
  expect(row?.number).toMatch(/^F-\d{4}-00001$/)
  expect(row?.reference).toMatch(/^\d{27}$/)
  expect(
    await refusalOf(database.as(viewer, (sql) => sql`select public.issue_invoice(${contractId})`)),
  ).toMatchObject({ code: 'forbidden' })
})

test('part of the security deposit pays for the damage, the rest goes back', async () => {
  expect(
    await refusalOf(database.as(staff, (sql) => sql`select public.close_contract(${contractId})`)),
  ).toMatchObject({ code: 'deposit_unresolved' })
  expect(
    await refusalOf(
      database.as(glanzwerk.owner, (sql) => sql`select public.resolve_deposit(${depositId}, 0)`),
    ),
  ).toMatchObject({ code: 'not_found' })
  await database.as(staff, (sql) => sql`select public.resolve_deposit(${depositId}, 45000)`)
  await database.as(staff, (sql) => sql`select public.resolve_deposit(${depositId}, 45000)`)
  const [row] = await database.as(
    viewer,
    (sql) => sql`select status, captured_rappen::int from public.deposits`,
  )
  expect(row).toEqual({ status: 'captured', captured_rappen: 45_000 })
})

test('the rest by bank transfer settles the invoice and closes the contract', async () => {
  await database.as(staff, async (sql) => {
    const [open] =
      await sql`select (total_rappen - paid_rappen)::int as rappen from public.invoices where id = ${invoiceId}`
    await sql`select public.record_payment(${invoiceId}, 'bank_transfer', ${open?.rappen})`
    await sql`select public.close_contract(${contractId})`
  })
  const [row] = await database.as(
    viewer,
    (sql) => sql`
    select (select status::text from public.invoices) as invoice, (select status::text from public.contracts) as contract`,
  )
  expect(row).toEqual({ invoice: 'paid', contract: 'closed' })
})

test('the ledger balances: what was received is revenue, VAT and nothing else', async () => {
  const accounts = await database.as(
    alpenmobil.owner,
    (sql) => sql`
    select account, sum(amount_rappen)::int as rappen from public.ledger_entries group by account having sum(amount_rappen) <> 0 order by account`,
  )
  expect(accounts.reduce((sum, { rappen }) => sum + rappen, 0)).toBe(0)
  expect(accounts.map(({ account }) => account)).toEqual([
    'bank',
    'cash',
    'revenue',
    'stripe_clearing',
    'vat_due',
  ])
})

test('the trail tells who did what, to its own company only', async () => {
  const trail = (caller: Caller) =>
    database.as(
      caller,
      (sql) => sql`
    select distinct table_name, actor_kind from public.audit_log where table_name in ('reservations', 'payments', 'signatures')`,
    )
  const kinds = (await trail(alpenmobil.owner)).map((row) => `${row.table_name} ${row.actor_kind}`).sort()
  expect(kinds).toEqual([
    'payments customer',
    'payments system',
    'payments user',
    'reservations customer',
    'reservations system',
    'reservations user',
    'signatures user',
  ])
  expect(await trail(glanzwerk.owner)).toHaveLength(0)
})
