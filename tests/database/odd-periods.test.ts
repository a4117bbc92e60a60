import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAtDesk, bookOnSite, periodIn } from './support/rentals.ts'

/** Periods and wishes at the edge of sense: each question about them is answered, and answered alike. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const slot = freeSlots(() => company)
const DAY = 86_400_000
const { startsAt, endsAt } = periodIn(30)
const afterStart = (days: number) => new Date(Date.parse(startsAt) + days * DAY).toISOString()

/** Everything that asks about a period or takes one, as the owner. */
const QUESTIONS: Record<string, (from: string, to: string) => string> = {
  search_availability: (from, to) => `public.search_availability('${from}', '${to}')`,
  search_categories: (from, to) => `public.search_categories('${from}', '${to}')`,
  search_alternatives: (from, to) =>
    `public.search_alternatives('${from}', '${to}', '${vehicleOf(company, 0).categoryId}')`,
  price_reservation: (from, to) =>
    `public.price_reservation('${from}', '${to}', '${vehicleOf(company, 0).id}')`,
  create_reservation: (from, to) =>
    `public.create_reservation('${from}', '${to}', '${vehicleOf(company, 0).id}', p_customer => '{"first_name": "Anna", "last_name": "Muster", "phone": "+41791234567"}')`,
  timeline: (from, to) => `public.timeline('${from}', '${to}')`,
}

test.each(
  Object.keys(QUESTIONS).flatMap((name) => [
    [name, 'reversed', endsAt, startsAt],
    [name, 'empty', startsAt, startsAt],
    [name, 'of ten years', startsAt, afterStart(3_652)],
    [name, 'without an end', startsAt, 'infinity'],
  ]),
)('%s refuses a period that is %s', async (name, _, from, to) => {
  const asked = database.as(company.owner, (sql) => sql.unsafe(`select ${QUESTIONS[name]?.(from, to)}`))
  expect(await refusalOf(asked)).toMatchObject({ status: 422, code: 'invalid_period' })
})

test('nothing of what was refused is stored', async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select (select count(*)::int from public.reservations) + (select count(*)::int from public.customers)
      + (select count(*)::int from public.allocations) as stored`,
  )
  expect(row?.stored).toBe(0)
})

test('on the site a period that has begun lies in the past, whichever way one asks', async () => {
  const begun = { startsAt: new Date(Date.now() - DAY).toISOString(), endsAt: afterStart(0) }
  const pastOnSite = { status: 422, code: 'period_in_past' }
  const searched = database.asAnon(
    (sql) =>
      sql`select public.search_availability_on_site(${company.slug}, ${begun.startsAt}, ${begun.endsAt})`,
  )
  expect(await refusalOf(searched)).toMatchObject(pastOnSite)
  const booked = database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { ...begun, vehicleId: vehicleOf(company, 0).id }),
  )
  expect(await refusalOf(booked)).toMatchObject(pastOnSite)
})

/** The last Sunday of a month of next year, when the clocks change. */
function clockChange(month: number): Date {
  const last = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month, 0))
  return new Date(last.getTime() - last.getUTCDay() * DAY)
}

test.each([
  ['the 23 hours of a day in March', 3, 23],
  ['the 25 hours of a day in October', 10, 25],
])('from midnight to midnight is one day, also %s', async (_, month, hours) => {
  const day = clockChange(month)
  const midnight = (of: Date) => `${of.toISOString().slice(0, 10)} 00:00 Europe/Zurich`
  const { vehicleId } = slot()
  const booking = await bookAtDesk(database, company.owner, {
    vehicleId,
    startsAt: midnight(day),
    endsAt: midnight(new Date(day.getTime() + DAY)),
  })
  const [row] = await database.asPostgres(
    (sql) => sql`
    select extract(epoch from r.ends_at - r.starts_at)::int / 3600 as hours, (r.price ->> 'days')::int as days,
      lower(a.period) = r.starts_at and upper(a.period) >= r.ends_at as occupied
    from public.reservations r join public.allocations a on a.source_id = r.id where r.id = ${booking.id}`,
  )
  expect(row).toEqual({ hours, days: 1, occupied: true })
})

test('a category without a vehicle is never offered, and booking it says what else there is', async () => {
  const [category] = await database.asPostgres(
    (sql) => sql`
    insert into public.vehicle_categories (company_id, names, import_name, body_type, position, security_deposit_rappen)
    select company_id, '{"de": "Leer"}', 'Leer', body_type, 99, security_deposit_rappen from public.vehicle_categories where company_id = ${company.companyId} limit 1 returning id`,
  )
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
    select public.search_categories(${startsAt}, ${endsAt}) as offered, public.search_availability(${startsAt}, ${endsAt}, ${category?.id}) as free`,
  )
  expect(row?.free).toEqual([])
  expect(row?.offered.map((one: { category_id: string }) => one.category_id)).not.toContain(category?.id)
  const refusal = await refusalOf(
    bookAtDesk(database, company.owner, { startsAt, endsAt, categoryId: category?.id }),
  )
  expect(refusal).toMatchObject({ status: 409, code: 'not_available' })
})

test('an extra that is not offered any more stays in an old booking, at its old price, also when that is extended', async () => {
  const wish = slot()
  const extras = [{ extra_id: company.extras.child_seat, quantity: 1 }]
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, { ...wish, extras }))
  await database.as(
    company.owner,
    (sql) =>
      sql`update public.extras set active = false, price_rappen = 9900 where id = ${company.extras.child_seat}`,
  )
  const longer = new Date(Date.parse(wish.endsAt) + DAY).toISOString()
  const [row] = await database.as(
    company.owner,
    (sql) =>
      sql`select public.change_reservation(${booking.id}, ${sql.json({ ends_at: longer })}, p_dry_run => true) as it`,
  )
  const lines = row?.it.changes[0].after.price.lines as {
    kind: string
    unit_rappen: number
    quantity: number
  }[]
  expect(lines.filter(({ kind }) => kind === 'extra')).toMatchObject([{ unit_rappen: 800, quantity: 1 }])
  const anew = database.asAnon((sql) => bookOnSite(sql, company.slug, { ...slot(), extras }))
  expect(await refusalOf(anew)).toMatchObject({ status: 422, code: 'invalid_extra' })
})
