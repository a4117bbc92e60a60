import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const book = (
  wish: Omit<Parameters<typeof bookOnSite>[2], 'startsAt' | 'endsAt'> & Partial<ReturnType<typeof periodIn>>,
) => database.asAnon((sql) => bookOnSite(sql, company.slug, { ...periodIn(10), ...wish }))

test('staff reserve for a new customer; it is confirmed at once', async () => {
  const { startsAt, endsAt } = periodIn(10)
  const reservation = await database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 0).id}, p_customer => ${sql.json(newCustomer())}) as it`
    return row?.it
  })
  expect(reservation).toMatchObject({ status: 'confirmed', source: 'phone', company_id: company.companyId })
})

test('staff of another company, a viewer and a visitor cannot', async () => {
  const { startsAt, endsAt } = periodIn(20)
  const reserve = (caller: Caller) =>
    database.as(
      caller,
      (sql) =>
        sql`select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 0).id}, p_customer => ${sql.json(newCustomer())})`,
    )
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(reserve(viewer))).toMatchObject({ status: 403, code: 'forbidden' })
  expect(await refusalOf(reserve(other.owner))).toMatchObject({ status: 404, code: 'not_found' })
  expect(await refusalOf(reserve({ userId: randomUUID() }))).toMatchObject({
    status: 401,
    code: 'not_signed_in',
  })
})

test('who comes second is told what else is free', async () => {
  const vehicle = vehicleOf(company, 1)
  await book({ vehicleId: vehicle.id })
  const refusal = await refusalOf(book({ vehicleId: vehicle.id }))
  expect(refusal).toMatchObject({ status: 409, code: 'not_available' })
  const alternatives = refusal.details.alternatives as {
    vehicle_id: string
    category_id: string
    total_rappen: number
  }[]
  expect(alternatives).toHaveLength(3)
  expect(alternatives[0]?.category_id).toBe(vehicle.categoryId)
  expect(
    alternatives.every(({ vehicle_id, total_rappen }) => vehicle_id !== vehicle.id && total_rappen > 0),
  ).toBe(true)
})

test('who looks elsewhere for what else is free is told no more than which category was wished', async () => {
  const vehicle = vehicleOf(company, 1)
  const { startsAt, endsAt } = periodIn(300)
  const reserve = () =>
    database.as(
      company.owner,
      (sql) =>
        sql`select public.create_reservation(${startsAt}, ${endsAt}, ${vehicle.id}, p_customer => ${sql.json(newCustomer())}, p_alternatives => false)`,
    )
  await reserve()
  expect(await refusalOf(reserve())).toMatchObject({
    code: 'not_available',
    details: { category_id: vehicle.categoryId },
  })
  expect((await refusalOf(reserve())).details).not.toHaveProperty('alternatives')
})

test('the turnaround buffer keeps the next hour free, and not more', async () => {
  const vehicleId = vehicleOf(company, 2).id
  const first = periodIn(10)
  await book({ vehicleId, ...first })
  const after = (minutes: number) => ({
    startsAt: new Date(Date.parse(first.endsAt) + minutes * 60_000).toISOString(),
    endsAt: new Date(Date.parse(first.endsAt) + 86_400_000).toISOString(),
  })
  expect(await refusalOf(book({ vehicleId, ...after(59) }))).toMatchObject({ code: 'not_available' })
  expect(await book({ vehicleId, ...after(60) })).toMatchObject({ status: 'pending' })
})

test('a category gives as many reservations as it has vehicles', async () => {
  const { categoryId } = vehicleOf(company, 3)
  const vehicles = company.vehicles.filter((vehicle) => vehicle.categoryId === categoryId).length
  for (let nth = 0; nth < vehicles; nth++) await book({ categoryId, ...periodIn(50) })
  expect(await refusalOf(book({ categoryId, ...periodIn(50) }))).toMatchObject({
    status: 409,
    code: 'not_available',
  })
})

test('a repeated request with the same key is one reservation with fifty equal answers', async () => {
  const wish = { vehicleId: vehicleOf(company, 4).id, key: randomUUID(), customer: newCustomer() }
  const answers = await Promise.all(Array.from({ length: 50 }, () => book(wish)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 'pending' })
})

test('fifty repetitions at the desk are one reservation too', async () => {
  const { startsAt, endsAt } = periodIn(10)
  const customer = newCustomer()
  const key = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      database.as(staff, async (sql) => {
        const [row] = await sql`
          select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 5).id}, p_customer => ${sql.json(customer)},
            p_idempotency_key => ${key}) as it`
        return row?.it
      }),
    ),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('the same key for another request is refused', async () => {
  const wish = { vehicleId: vehicleOf(company, 6).id, key: randomUUID(), customer: newCustomer() }
  await book(wish)
  expect(await refusalOf(book({ ...wish, ...periodIn(30) }))).toMatchObject({
    status: 422,
    code: 'idempotency_key_reused',
  })
})

test('a blocked customer is refused: plainly at the desk, neutrally on the site', async () => {
  const customer = newCustomer({ last_name: 'Sperrig' })
  const booking = await book({ vehicleId: vehicleOf(company, 14).id, customer })
  await database.as(company.owner, async (sql) => {
    const [row] = await sql`select customer_id from public.reservations where id = ${booking.id}`
    await sql`select public.set_customer_blocked(${row?.customer_id}, 'Unbezahlte Rechnung')`
  })
  const onSite = await refusalOf(
    book({ vehicleId: vehicleOf(company, 15).id, customer: { ...customer, phone: '+41790000000' } }),
  )
  expect(onSite).toEqual({ status: 409, code: 'booking_refused', details: {} })
  const { startsAt, endsAt } = periodIn(10)
  const atDesk = database.as(
    staff,
    (sql) => sql`
    select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 15).id}, p_customer => ${sql.json(customer)})`,
  )
  expect(await refusalOf(atDesk)).toMatchObject({
    code: 'customer_blocked',
    details: { reason: 'Unbezahlte Rechnung' },
  })
})

test('who knows only name and e-mail of a customer does not learn the telephone number', async () => {
  const known = newCustomer({ phone: '+41791111111' })
  await book({ vehicleId: vehicleOf(company, 16).id, customer: known })
  const asked = await book({
    vehicleId: vehicleOf(company, 17).id,
    customer: { ...known, phone: '+41792222222' },
  })
  expect(JSON.stringify(asked)).not.toContain('1111111')
})

test('a suspended company takes no bookings and changes nothing, but still reads', async () => {
  const stopped = await foundRentalCompany(database)
  await database.asPostgres(
    (sql) => sql`update public.companies set status = 'suspended' where id = ${stopped.companyId}`,
  )
  const wish = { ...periodIn(10), vehicleId: vehicleOf(stopped, 0).id }
  expect(await refusalOf(database.asAnon((sql) => bookOnSite(sql, stopped.slug, wish)))).toMatchObject({
    code: 'booking_refused',
  })
  const create = database.as(
    stopped.owner,
    (sql) => sql`
    select public.create_reservation(${wish.startsAt}, ${wish.endsAt}, ${wish.vehicleId}, p_customer => ${sql.json(newCustomer())})`,
  )
  expect(await refusalOf(create)).toMatchObject({ status: 403, code: 'company_on_hold' })
  const change = database.as(stopped.owner, (sql) => sql`update public.vehicles set color = 'Rot'`)
  expect(await refusalOf(change)).toMatchObject({ status: 403, code: 'company_on_hold' })
  expect(await database.as(stopped.owner, (sql) => sql`select id from public.vehicles`)).toHaveLength(40)
})

test('notes are added by whoever may edit, carry their author, and are never rewritten', async () => {
  const slotted = await book({ ...periodIn(60), vehicleId: vehicleOf(company, 30).id })
  const viewer = await addMember(database, company.companyId, 'viewer')
  const note = (caller: Caller) =>
    database.as(
      caller,
      (sql) => sql`
        insert into public.reservation_notes (company_id, reservation_id, text) values (${company.companyId}, ${slotted.id}, 'Kommt später')`,
    )
  await note(company.owner)
  for (const stranger of [viewer, other.owner])
    expect(await refusalOf(note(stranger))).toMatchObject({ status: 403 })
  const [row] = await database.as(
    viewer,
    (sql) => sql`select text, written_by from public.reservation_notes where reservation_id = ${slotted.id}`,
  )
  expect(row).toEqual({ text: 'Kommt später', written_by: company.owner.userId })
  for (const change of [
    'update public.reservation_notes set text = null',
    'delete from public.reservation_notes',
  ])
    expect(await refusalOf(database.as(company.owner, (sql) => sql.unsafe(change)))).toMatchObject({
      status: 403,
    })
})
