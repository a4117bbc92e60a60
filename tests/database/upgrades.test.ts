import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { outcomeOf, refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, newCustomer, periodIn } from './support/rentals.ts'

/** A dearer category offered after booking in the place of the booked one: at the difference by the price function, moved in one transaction or not at all. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let categories: Record<string, string>
/** Weeks nobody else books in. */
let week = 2
const nextPeriod = () => periodIn(7 * week++, 3)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'upgrades')
  other = await foundRentalCompany(database, 'elsewhere')
  categories = await database.asPostgres(async (sql) => {
    const rows =
      await sql`select import_name, id from public.vehicle_categories where company_id = ${company.companyId}`
    return Object.fromEntries(rows.map(({ import_name, id }) => [import_name, id]))
  })
})

interface Offer {
  kind: string
  id: string
  prices_rappen: number[]
  security_deposit_rappen: { before: number; after: number }
  left: number
}
const shown = (token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.upsells_by_token(${company.slug}, ${token}) as it`
    return row?.it as { offers: Offer[]; asked: { kind: string; id: string; status: string }[] }
  })
const upgradesOf = async (token: string) =>
  (await shown(token)).offers.filter(({ kind }) => kind === 'category')
const priceOf = async (token: string, category: string) =>
  (await upgradesOf(token)).find(({ id }) => id === category)?.prices_rappen[0] ?? 0
const take = (token: string, offerId: string, rappen: number) =>
  database.asAnon(async (sql) => {
    const [row] =
      await sql`select public.take_upsell_by_token(${company.slug}, ${token}, ${offerId}, 1, ${rappen}) as it`
    return row?.it as string
  })
const decide = (bookingId: string, accepts: boolean) =>
  database.as(
    company.owner,
    (sql) =>
      sql`select public.decide_upsell(id, ${accepts}) from public.upsells where reservation_id = ${bookingId} and status <> 'offered'`,
  )
const set = (category: string, change: Record<string, number | boolean | string>) =>
  database.as(
    company.owner,
    (sql) => sql`update public.vehicle_categories set ${sql(change)} where id = ${category}`,
  )
const reportOf = (category: string) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.report_upsells() as it`
    const lines = row?.it as { id: string; taken: number; declined: number; earned_rappen: number }[]
    return lines.find(({ id }) => id === category) ?? { taken: 0, declined: 0, earned_rappen: 0 }
  })
/** What a booking is and occupies now. */
const stateOf = ({ id }: Pick<Booking, 'id'>) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select r.total_rappen::int as total, r.category_id, r.vehicle_fixed, v.category_id as "vehicleCategory", v.location_id = r.pickup_location_id as "atPlace",
        (select jsonb_agg(a.resource_id) from public.allocations a where a.source_id = r.id and a.active) = jsonb_build_array(r.vehicle_id) as "occupiesIt"
      from public.reservations r join public.vehicles v on v.id = r.vehicle_id where r.id = ${id}`
    return row as unknown as {
      total: number
      category_id: string
      vehicle_fixed: boolean
      vehicleCategory: string
      atPlace: boolean
      occupiesIt: boolean
    }
  })
const depositOf = ({ id }: Pick<Booking, 'id'>) =>
  database.asPostgres(async (sql) => {
    const [row] =
      await sql`select (price ->> 'security_deposit_rappen')::int as rappen from public.reservations where id = ${id}`
    return row?.rappen as number
  })
/** Vehicles of a category that are picked up at a place, by the names of the spreadsheet. */
const vehiclesAt = (category: string, place: string) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select v.id from public.vehicles v join public.locations l on l.id = v.location_id
      where v.company_id = ${company.companyId} and v.category_id = ${categories[category] ?? ''} and l.name = ${place} order by v.plate`
    return rows.map(({ id }) => id as string)
  })
/** The least dear compact car, with an automatic gearbox, picked up where several dearer ones are. */
async function compact(fields = {}, period = nextPeriod()) {
  const [, vehicleId = ''] = await vehiclesAt('Kompakt', 'Zürich HB')
  return bookAndPay(database, company, { ...period, vehicleId, customer: newCustomer(fields) })
}

test('costs what the price function says more, and taking it moves the booking to a vehicle of the category at its place', async () => {
  const booking = await compact()
  const before = await stateOf(booking)
  const deposit = await depositOf(booking)
  const offers = await upgradesOf(booking.token)
  const prices = offers.map(({ prices_rappen }) => prices_rappen[0] ?? 0)
  expect(prices).toEqual(prices.filter((rappen) => rappen > 0).toSorted((a, b) => a - b))
  expect(offers.length).toBeGreaterThan(0)
  expect(offers.length).toBeLessThanOrEqual(2)
  const [wanted] = offers
  expect(await refusalOf(take(booking.token, wanted?.id ?? '', (prices[0] ?? 0) - 1))).toMatchObject({
    code: 'price_changed',
  })
  expect(await stateOf(booking)).toEqual(before)
  expect(await take(booking.token, wanted?.id ?? '', prices[0] ?? 0)).toBe('taken')
  expect(await stateOf(booking)).toEqual({
    total: before.total + (prices[0] ?? 0),
    category_id: wanted?.id,
    vehicle_fixed: false,
    vehicleCategory: wanted?.id,
    atPlace: true,
    occupiesIt: true,
  })
  expect(await priceOf(booking.token, wanted?.id ?? '')).toBe(0)
  // What is held at the pickup moved from what the offer said it was to what it said it would be.
  expect([deposit, await depositOf(booking)]).toEqual([
    wanted?.security_deposit_rappen.before,
    wanted?.security_deposit_rappen.after,
  ])
  const [mails] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as told from public.outbox where topic = 'mail.reservation_changed' and payload ->> 'reservation_id' = ${booking.id}`,
  )
  expect(mails?.told).toBe(1)
})

test('never has fewer seats or another gearbox, and is nothing the customer may not drive', async () => {
  const booking = await compact()
  const offered = (await upgradesOf(booking.token)).map(({ id }) => id)
  // Three seats, and one with a manual gearbox among them.
  for (const category of ['Transporter', 'SUV', 'Kleinwagen', 'Camper'])
    expect(offered).not.toContain(categories[category])

  const { Elektro = '' } = categories
  expect(offered).toContain(Elektro)
  const young = await compact({
    birth_date: new Date(Date.now() - 22.2 * 365.25 * 86_400_000).toISOString().slice(0, 10),
  })
  expect((await upgradesOf(young.token)).map(({ id }) => id)).not.toContain(Elektro)
  await set(Elektro, { licence_category: 'C1' })
  expect(await priceOf(booking.token, Elektro)).toBe(0)
  expect(await refusalOf(take(booking.token, Elektro, 100))).toMatchObject({ code: 'not_available' })
  await set(Elektro, { licence_category: 'B' })
})

test('is not offered where the company does not want it, nor another company’s, nor a cheaper one', async () => {
  const booking = await compact()
  const [offer] = await upgradesOf(booking.token)
  const id = offer?.id ?? ''
  await set(id, { offered_later: false })
  expect(await priceOf(booking.token, id)).toBe(0)
  expect(await refusalOf(take(booking.token, id, offer?.prices_rappen[0] ?? 0))).toMatchObject({
    code: 'not_found',
  })
  await set(id, { offered_later: true })
  const [theirs] = await database.asPostgres(
    (sql) => sql`select id from public.vehicle_categories where company_id = ${other.companyId} limit 1`,
  )
  expect(await refusalOf(take(booking.token, theirs?.id, 100))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(take(booking.token, categories.Kleinwagen ?? '', 0))).toMatchObject({
    code: 'not_available',
  })
  // Nor by the way of changes, which know days and extras alone.
  const round = database.asAnon(
    (sql) =>
      sql`select public.change_by_token(${company.slug}, ${booking.token}, ${sql.json({ category_id: id })}, false, 1)`,
  )
  expect(await refusalOf(round)).toMatchObject({ code: 'invalid_input' })
})

test('the last vehicle of a category goes to one of those who want it at once, and every booking keeps a vehicle', async () => {
  const { Kombi = '' } = categories
  const period = nextPeriod()
  const [only = ''] = await vehiclesAt('Kombi', 'Zürich HB')
  const rivals = await vehiclesAt('Kompakt', 'Zürich HB')
  const bookings = await Promise.all(
    rivals.map((vehicleId) =>
      bookAndPay(database, company, { ...period, vehicleId, customer: newCustomer() }),
    ),
  )
  const prices = await Promise.all(bookings.map(({ token }) => priceOf(token, Kombi)))
  expect(prices.filter((rappen) => rappen > 0).length).toBeGreaterThanOrEqual(3)
  const outcomes = await Promise.all(
    bookings.map(({ token }, nth) => outcomeOf(take(token, Kombi, prices[nth] ?? 0))),
  )
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  for (const outcome of outcomes.filter((one) => one !== 'done'))
    expect(outcome).toMatchObject({ status: 409, code: 'not_available' })
  const states = await Promise.all(bookings.map(stateOf))
  expect(states.every(({ occupiesIt }) => occupiesIt)).toBe(true)
  expect(states.filter(({ category_id }) => category_id === Kombi)).toHaveLength(1)
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as times from public.allocations where resource_id = ${only} and active and period && tstzrange(${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz)`,
  )
  expect(row?.times).toBe(1)
})

test('where the desk says yes first, asking moves nothing; yes does at the price seen, no says so', async () => {
  const { Elektro = '' } = categories
  await set(Elektro, { needs_approval: true })
  const reported = await reportOf(Elektro)
  const [asked, declined] = [await compact(), await compact()]
  const price = await priceOf(asked.token, Elektro)
  const before = await stateOf(asked)
  expect(await take(asked.token, Elektro, price)).toBe('asked')
  expect(await stateOf(asked)).toEqual(before)
  expect((await shown(asked.token)).asked).toMatchObject([{ kind: 'category', id: Elektro, status: 'asked' }])
  expect(await upgradesOf(asked.token)).toEqual([])
  const [day] = await database.as(company.owner, (sql) => sql`select public.list_day() as it`)
  expect(day?.it.tasks).toContainEqual(
    expect.objectContaining({ kind: 'upsell', is_upgrade: true, reservation_id: asked.id }),
  )
  await Promise.all([decide(asked.id, true), decide(asked.id, true)])
  expect(await stateOf(asked)).toMatchObject({
    total: before.total + price,
    category_id: Elektro,
    occupiesIt: true,
  })

  await take(declined.token, Elektro, await priceOf(declined.token, Elektro))
  await decide(declined.id, false)
  expect((await shown(declined.token)).asked).toMatchObject([{ status: 'declined' }])
  expect(await priceOf(declined.token, Elektro)).toBe(0)

  const after = await reportOf(Elektro)
  expect(after.taken - reported.taken).toBe(1)
  expect(after.declined - reported.declined).toBe(1)
  expect(after.earned_rappen - reported.earned_rappen).toBe(price)
  await set(Elektro, { needs_approval: false })
})

test('open bookings of the category make way where none of its vehicles is free as it stands', async () => {
  const { Kombi = '', Elektro = '' } = categories
  const period = nextPeriod()
  const place = 'Zürich HB'
  const pool = await vehiclesAt('Elektro', place)
  const [location] = await database.asPostgres(
    (sql) => sql`select id from public.locations where company_id = ${company.companyId} and name = ${place}`,
  )
  // Each vehicle is held by an open booking for a part of the period; together they leave one vehicle free.
  const start = Date.parse(period.startsAt)
  const part = (from: number, to: number) => ({
    startsAt: new Date(start + from * 3_600_000).toISOString(),
    endsAt: new Date(start + to * 3_600_000).toISOString(),
  })
  const bookings: Booking[] = []
  for (const [nth] of pool.entries()) {
    const spell = nth === 0 ? part(0, 20) : nth === 1 ? part(30, 60) : part(0, 72)
    const [row] = await database.as(
      company.owner,
      (sql) => sql`
        select public.create_reservation(${spell.startsAt}::text::timestamptz, ${spell.endsAt}::text::timestamptz, null, ${Elektro},
          p_customer => ${sql.json(newCustomer())}, p_pickup_location_id => ${location?.id}) as booking`,
    )
    bookings.push(row?.booking as Booking)
  }
  const spread = await database.asPostgres(async (sql) => {
    // As a desk might have put them by hand: no vehicle is free throughout.
    await sql`update public.allocations set active = false where source_id = any (${bookings.map(({ id }) => id)})`
    for (const [nth, { id }] of bookings.entries()) {
      await sql`update public.allocations set resource_id = ${pool[nth] ?? ''}, active = true where source_id = ${id}`
      await sql`update public.reservations set vehicle_id = ${pool[nth] ?? ''} where id = ${id}`
    }
    return sql`select count(distinct resource_id)::int as used from public.allocations where active and source_id = any (${bookings.map(({ id }) => id)})`
  })
  expect(spread[0]?.used).toBe(pool.length)
  const booking = await compact({}, period)
  expect(await priceOf(booking.token, Kombi)).toBeGreaterThan(0)
  const price = await priceOf(booking.token, Elektro)
  expect(price).toBeGreaterThan(0)
  expect(await take(booking.token, Elektro, price)).toBe('taken')
  expect(await stateOf(booking)).toMatchObject({
    category_id: Elektro,
    vehicleCategory: Elektro,
    occupiesIt: true,
  })
  for (const one of bookings) expect(await stateOf(one)).toMatchObject({ occupiesIt: true })
})
