import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase, type Sql } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { type Booking, bookOnSite, newCustomer, periodIn, settle } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const asOwner = <Result>(work: (sql: Sql) => Promise<Result>) => database.as(company.owner, work)
const priceOf = (wish: Record<string, string>) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`select private.price_rental(${company.companyId}, ${sql.json(wish)}) as price`
    return row?.price
  })
const wished = () => {
  const { vehicleId, startsAt, endsAt } = slot()
  return { vehicle_id: vehicleId, starts_at: startsAt, ends_at: endsAt }
}

async function crowd(work: Promise<unknown>[]): Promise<Record<string, number>> {
  const tally: Record<string, number> = {}
  for (const result of await Promise.allSettled(work)) {
    const outcome = result.status === 'fulfilled' ? 'ok' : String(readRefusal(result.reason)?.code)
    tally[outcome] = (tally[outcome] ?? 0) + 1
  }
  return tally
}

test('of the last two child seats, thirty buyers of thirty vehicles get two', async () => {
  await asOwner((sql) => sql`update public.extras set stock = 2 where code = 'child_seat'`)
  const period = periodIn(150)
  const extras = [{ extra_id: company.extras.child_seat, quantity: 1 }]
  const buyers = Array.from({ length: 30 }, (_, nth) =>
    database.asAnon((sql) =>
      bookOnSite(sql, company.slug, {
        ...period,
        vehicleId: vehicleOf(company, nth).id,
        extras,
        customer: newCustomer(),
      }),
    ),
  )
  expect(await crowd(buyers)).toEqual({ ok: 2, extra_not_available: 28 })
})

test('a seat that comes back before the next one goes out is free again; in between it is not', async () => {
  const extras = [{ extra_id: company.extras.child_seat, quantity: 2 }]
  const book = (daysAhead: number, days: number, place: number) =>
    database.asAnon((sql) =>
      bookOnSite(sql, company.slug, {
        ...periodIn(daysAhead, days),
        vehicleId: vehicleOf(company, place).id,
        extras,
      }),
    )
  await book(200, 2, 1)
  await book(202, 2, 2)
  expect(await crowd([book(201, 2, 3)])).toEqual({ extra_not_available: 1 })
  const [left] = await asOwner(async (sql) => {
    const { startsAt, endsAt } = periodIn(199, 10)
    return sql`select public.price_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 4).id}) #>> array['extras_left', ${company.extras.child_seat}] as seats`
  })
  expect(left?.seats).toBe('0')
})

test('a reservation cannot be moved to where its seat is taken', async () => {
  const extras = [{ extra_id: company.extras.child_seat, quantity: 2 }]
  const mine = await database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { ...periodIn(220), vehicleId: vehicleOf(company, 5).id, extras }),
  )
  const { startsAt, endsAt } = periodIn(200, 2)
  const moved = database.asPostgres(
    (sql) =>
      sql`update public.reservations set starts_at = ${startsAt}, ends_at = ${endsAt} where id = ${mine.id}`,
  )
  expect((await refusalOf(moved))?.code).toBe('extra_not_available')
})

test('a code for five is used five times, however many try at once', async () => {
  await asOwner(
    (sql) => sql`
    insert into public.promo_codes (company_id, code, percent, use_limit) values (${company.companyId}, 'FIVE', 20, 5)`,
  )
  const book = () => {
    const { vehicleId, startsAt, endsAt } = slot()
    return database.asAnon(
      (sql) => sql`
      select public.book_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${sql.json(newCustomer())}, ${vehicleId}, p_promo_code => ' five ', p_accepts_terms => true)`,
    )
  }
  expect(await crowd(Array.from({ length: 20 }, book))).toEqual({ ok: 5, invalid_promo_code: 15 })
})

test('a payment that comes too late cannot use a code once more than it may be used', async () => {
  await asOwner(
    (sql) => sql`
    insert into public.promo_codes (company_id, code, percent, use_limit) values (${company.companyId}, 'ONCE', 20, 1)`,
  )
  const book = () => {
    const { vehicleId, startsAt, endsAt } = slot()
    return database.asAnon(async (sql) => {
      const [row] = await sql`
        select public.book_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${sql.json(newCustomer())}, ${vehicleId}, p_promo_code => 'ONCE',
          p_accepts_terms => true) as it`
      return row?.it as Booking
    })
  }
  const late = await book()
  await database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${late.id}`,
  )
  await database.asService((sql) => sql`select public.expire_holds()`)
  const quick = await book()
  expect(await settle(database, company, quick)).toBe('settled')
  expect(await settle(database, company, late)).toBe('refunded')
})

test('a cancelled booking gives its use of the code back', async () => {
  const [used] = await database.asPostgres(
    (sql) => sql`
      select r.id from public.reservations r join public.promo_codes c on c.id = r.promo_code_id
      where c.code = 'FIVE' and r.status in ('pending', 'confirmed') limit 1`,
  )
  await asOwner((sql) => sql`select public.cancel_reservation(${used?.id})`)
  const price = await priceOf({ ...wished(), promo_code: 'FIVE' })
  expect(price.promo).toMatchObject({ code: 'FIVE', percent: 20 })
})

test.each([
  ['unknown', {}],
  ['not_now', { bookable_until: '2020-01-01', bookable_from: '2019-01-01' }],
  ['other_dates', { service_from: '2100-01-01' }],
  ['below_minimum', { minimum_rappen: 99_000_000 }],
])('a code is refused and says why: %s', async (reason, fields) => {
  const code = `WHY-${reason.toUpperCase()}`
  if (reason !== 'unknown') {
    await asOwner((sql) => {
      const row = { company_id: company.companyId, code, percent: 10, ...fields }
      return sql`insert into public.promo_codes ${sql(row)}`
    })
  }
  expect(await refusalOf(priceOf({ ...wished(), promo_code: code }))).toMatchObject({
    status: 422,
    code: 'invalid_promo_code',
    details: { reason },
  })
})

test('too short and too long a rental is refused, and not offered in a search', async () => {
  const { startsAt, endsAt } = periodIn(250, 2)
  const { id, categoryId } = vehicleOf(company, 6)
  const offered = () =>
    asOwner(async (sql) => {
      const [row] =
        await sql`select public.search_availability(${startsAt}, ${endsAt}, ${categoryId}) as offers`
      return row?.offers.length as number
    })
  expect(await offered()).toBeGreaterThan(0)
  await asOwner(
    (sql) =>
      sql`update public.vehicle_categories set minimum_days = 3, maximum_days = 5 where id = ${categoryId}`,
  )
  const wish = { vehicle_id: id, starts_at: startsAt, ends_at: endsAt }
  expect(await refusalOf(priceOf(wish))).toMatchObject({
    code: 'rental_too_short',
    details: { minimum_days: 3 },
  })
  expect(await refusalOf(priceOf({ ...wish, ends_at: periodIn(250, 6).endsAt }))).toMatchObject({
    code: 'rental_too_long',
  })
  expect(await offered()).toBe(0)
  await asOwner(
    (sql) =>
      sql`update public.vehicle_categories set minimum_days = 1, maximum_days = 366 where id = ${categoryId}`,
  )
})

test('a reservation keeps the rules it was made at when the price list changes', async () => {
  const { vehicleId, startsAt, endsAt } = slot()
  const booking = await database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { vehicleId, startsAt, endsAt }),
  )
  await asOwner(async (sql) => {
    await sql`update public.rates set daily_rappen = daily_rappen * 3, weekly_rappen = null`
    await sql`insert into public.seasons (company_id, names, starts_on, ends_on, percent) values (${company.companyId}, '{"de": "Teuer"}', current_date, current_date + 600, 100)`
  })
  const [row] = await database.asPostgres(
    (sql) => sql`
    select (private.price_rental(company_id, w) ->> 'total_rappen')::int as today,
      (private.price_rental(company_id, w, id) ->> 'total_rappen')::int as kept,
      (private.price_rental(company_id, w || jsonb_build_object('ends_at', ends_at + interval '1 day'), id) ->> 'total_rappen')::int as extended
    from public.reservations, jsonb_build_object('vehicle_id', vehicle_id, 'starts_at', starts_at, 'ends_at', ends_at) as w where id = ${booking.id}`,
  )
  expect(row?.kept).toBe(booking.total_rappen)
  expect(row?.today).toBeGreaterThan(booking.total_rappen * 5)
  expect(row?.extended).toBeGreaterThan(booking.total_rappen)
  expect(row?.extended).toBeLessThan(booking.total_rappen * 2)
  await asOwner(async (sql) => {
    const [season] = await sql`select id from public.seasons`
    await sql`select public.remove_price_rule('season', ${season?.id})`
  })
})

test('the customer is not charged another total than the one on the screen', async () => {
  const { vehicleId, startsAt, endsAt } = slot()
  const total = (await priceOf({ vehicle_id: vehicleId, starts_at: startsAt, ends_at: endsAt }))
    .total_rappen as number
  const book = (expected: number) =>
    database.asAnon(
      (sql) => sql`
      select public.book_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${sql.json(newCustomer())}, ${vehicleId}, p_expected_total_rappen => ${expected}, p_accepts_terms => true)`,
    )
  expect(await refusalOf(book(total - 1))).toMatchObject({
    status: 409,
    code: 'price_changed',
    details: { total_rappen: total },
  })
  await book(total)
})

test('a birth date that makes it dearer is named as the reason, with the price and what is paid of it now', async () => {
  await asOwner(
    (sql) =>
      sql`insert into public.fees (company_id, kind, below_age, amount_rappen) values (${company.companyId}, 'young_driver', 25, 1000)`,
  )
  const { vehicleId, startsAt, endsAt } = slot()
  const price = (born: string) =>
    priceOf({ vehicle_id: vehicleId, starts_at: startsAt, ends_at: endsAt, driver_birth_date: born })
  const [old, young] = [await price('1990-05-05'), await price('2005-05-05')]
  expect(young.total_rappen).toBeGreaterThan(old.total_rappen)
  const refused = await refusalOf(
    database.asAnon(
      (sql) => sql`
      select public.book_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${sql.json(newCustomer({ birth_date: '2005-05-05' }))}, ${vehicleId},
        p_expected_total_rappen => ${old.total_rappen}, p_accepts_terms => true)`,
    ),
  )
  expect(refused).toMatchObject({
    code: 'price_changed',
    details: {
      total_rappen: young.total_rappen,
      booking_deposit_rappen: young.booking_deposit_rappen,
      reason: 'young_driver',
    },
  })
  await database.asPostgres((sql) => sql`delete from public.fees where kind = 'young_driver'`)
})

test('the nearest one-way fee counts, and only when the places differ', async () => {
  const places = await asOwner(
    (sql) => sql<{ id: string }[]>`select id from public.locations order by name limit 2`,
  )
  const [from, to] = places.map(({ id }) => id) as [string, string]
  await asOwner(async (sql) => {
    await sql`insert into public.fees (company_id, kind, amount_rappen) values (${company.companyId}, 'one_way', 9000)`
    await sql`insert into public.fees (company_id, kind, location_id, to_location_id, amount_rappen) values (${company.companyId}, 'one_way', ${from}, ${to}, 5000)`
  })
  const feeBetween = async (pickup: string, back: string) => {
    const price = await priceOf({ ...wished(), pickup_location_id: pickup, return_location_id: back })
    return price.lines.find(({ code }: { code: string }) => code === 'one_way')?.amount_rappen
  }
  expect([await feeBetween(from, to), await feeBetween(to, from), await feeBetween(from, from)]).toEqual([
    5000,
    9000,
    undefined,
  ])
})

test('a holiday closes a location that would be open', async () => {
  const wish = wished()
  const day = wish.starts_at.slice(0, 10)
  await asOwner(async (sql) => {
    await sql`update public.locations set opening_hours = (select jsonb_object_agg(d, '["00:00", "23:59"]'::jsonb) from unnest(array['mon','tue','wed','thu','fri','sat','sun']) as d)`
    await sql`insert into public.fees (company_id, kind, amount_rappen) values (${company.companyId}, 'out_of_hours', 4000)`
  })
  const codes = async () => (await priceOf(wish)).lines.map(({ code }: { code: string }) => code)
  expect(await codes()).not.toContain('out_of_hours_pickup')
  await asOwner(
    (sql) =>
      sql`insert into public.closed_days (company_id, day, name) values (${company.companyId}, ${day}, 'Feiertag')`,
  )
  expect(await codes()).toContain('out_of_hours_pickup')
  expect(await codes()).not.toContain('out_of_hours_return')
})

test('a category wished at no place costs what its booking will, also outside opening hours, and the told price is held to', async () => {
  // When nothing of the category is taken: where others have to make way, nobody knows the place yet.
  const { startsAt: starts_at, endsAt: ends_at } = periodIn(330)
  const categoryId = vehicleOf(company, 0).categoryId
  await asOwner(async (sql) => {
    await sql`insert into public.fees (company_id, kind, amount_rappen) values (${company.companyId}, 'out_of_hours', 4000) on conflict do nothing`
    await sql`insert into public.closed_days (company_id, day, name) values (${company.companyId}, ${starts_at.slice(0, 10)}, 'Feiertag') on conflict do nothing`
  })
  const [told] = await asOwner(
    (sql) => sql`
      select price -> 'lines' as lines, (price ->> 'total_rappen')::int as total,
        (select (o #>> '{price,total_rappen}')::int from jsonb_array_elements(public.search_categories(${starts_at}, ${ends_at})) as o where o ->> 'category_id' = ${categoryId}) as offered
      from public.price_reservation(${starts_at}, ${ends_at}, p_category_id => ${categoryId}) as price`,
  )
  expect(told?.lines.map(({ code }: { code: string }) => code)).toContain('out_of_hours_pickup')
  expect(told?.offered).toBe(told?.total)
  const book = (expected: number) =>
    asOwner(async (sql) => {
      const [row] = await sql`
        select public.create_reservation(${starts_at}, ${ends_at}, p_category_id => ${categoryId}, p_customer => ${sql.json(newCustomer())},
          p_expected_total_rappen => ${expected}) ->> 'total_rappen' as total`
      return Number(row?.total)
    })
  expect(await refusalOf(book(told?.total - 4000))).toMatchObject({
    status: 409,
    code: 'price_changed',
    details: { total_rappen: told?.total },
  })
  expect(await book(told?.total)).toBe(told?.total)
})

test('a month that reaches beyond the return costs the mean of its days, and the trace tells of all of them', async () => {
  const { vehicle_id, starts_at } = wished()
  const day = (days: number) => new Date(Date.parse(starts_at) + days * 86_400_000).toISOString()
  await asOwner(
    (sql) => sql`
      insert into public.seasons (company_id, names, starts_on, ends_on, percent) values (${company.companyId}, '{"de": "Fest"}', ${day(14).slice(0, 10)}, ${day(60).slice(0, 10)}, 30)`,
  )
  const price = await priceOf({ vehicle_id, starts_at, ends_at: day(24) })
  const month = price.lines.find(({ code }: { code: string }) => code === 'month')
  const season = price.trace.find(({ rule }: { rule: string }) => rule === 'season')
  expect(season).toMatchObject({ days: 16, of_days: 30 })
  expect(month.unit_rappen).toBe(
    Math.round(price.rate.monthly_rappen * (1 + (0.3 * season.days) / season.of_days)),
  )
  await database.asPostgres((sql) => sql`delete from public.seasons where names ->> 'de' = 'Fest'`)
})

test('those who may not edit the fleet change no price, and nobody reaches another company’s', async () => {
  const staff = await addMember(database, company.companyId, 'staff')
  const other = await foundRentalCompany(database)
  const insert = (sql: Sql) =>
    sql`insert into public.seasons (company_id, names, starts_on, ends_on, percent) values (${company.companyId}, '{"de": "X"}', '2099-01-01', '2099-02-01', 10)`
  await asOwner(insert)
  const [season] = await asOwner((sql) => sql`select id from public.seasons`)
  for (const caller of [staff, other.owner]) {
    expect((await refusalOf(database.as(caller, insert)))?.code).toBe('42501')
    const removed = database.as(
      caller,
      (sql) => sql`select public.remove_price_rule('season', ${season?.id})`,
    )
    expect((await refusalOf(removed))?.code).toMatch(/^(forbidden|not_found)$/)
  }
  const seen = await database.as(staff, (sql) => sql`select id from public.seasons`)
  expect(seen).toHaveLength(1)
  expect(await database.as(other.owner, (sql) => sql`select id from public.promo_codes`)).toHaveLength(0)
})

test('two seasons of the same categories never overlap', async () => {
  const insert = asOwner(
    (sql) =>
      sql`insert into public.seasons (company_id, names, starts_on, ends_on, percent) values (${company.companyId}, '{"de": "Y"}', '2099-01-31', '2099-03-01', 10)`,
  )
  await expect(insert).rejects.toMatchObject({ code: '23P01' })
})
