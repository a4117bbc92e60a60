import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { outcomeOf, refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, handOver, periodIn } from './support/rentals.ts'

/** Extras offered after booking: at the price of the price function, never more than there are, with the desk's yes where it is wanted, and counted. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'upsells')
  other = await foundRentalCompany(database, 'somewhere')
})

interface Offer {
  kind: 'extra' | 'category'
  id: string
  prices_rappen: number[]
  left: number | null
}
const shown = (token: string, slug = company.slug) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.upsells_by_token(${slug}, ${token}) as it`
    return row?.it as { offers: Offer[]; asked: { id: string; status: string }[] } | null
  })
const offerOf = async (token: string, wanted: string) =>
  (await shown(token))?.offers.find(({ id }) => id === wanted)
const priceOf = async (token: string, wanted: string) => (await offerOf(token, wanted))?.prices_rappen[0] ?? 0
const take = (
  token: string,
  extraId: string,
  rappen: number | null,
  { quantity = 1, key = null }: { quantity?: number; key?: string | null } = {},
) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`
      select public.take_upsell_by_token(${company.slug}, ${token}, ${extraId}, ${quantity}, ${rappen}, ${key}) as it`
    return row?.it as string
  })
const totalOf = ({ id }: Booking) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select total_rappen::int as total, version, (select jsonb_object_agg(extra_id, quantity) from public.reservation_extras where reservation_id = r.id) as extras
      from public.reservations r where id = ${id}`
    return row as unknown as { total: number; version: number; extras: Record<string, number> | null }
  })
const setExtra = (
  extraId: string,
  change: { stock?: number | null; approval?: boolean; offered?: boolean },
) =>
  database.as(
    company.owner,
    (sql) => sql`
      update public.extras set stock = ${change.stock ?? null}, needs_approval = ${change.approval ?? false}, offered_later = ${change.offered ?? true}
      where company_id = ${company.companyId} and id = ${extraId}`,
  )
const booked = () => bookAndPay(database, company, slot())
const decide = (id: string, accepts: boolean) =>
  database.as(company.owner, (sql) => sql`select public.decide_upsell(${id}, ${accepts})`)
const askedFor = ({ id }: Booking) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`select id from public.upsells where reservation_id = ${id} and status = 'asked'`
    return String(row?.id)
  })

test('what is offered costs what the price function says, and taking it adds exactly that to the booking', async () => {
  const { child_seat } = company.extras
  const booking = await booked()
  const before = await totalOf(booking)
  const amount = await priceOf(booking.token, child_seat)
  expect(amount).toBeGreaterThan(0)
  expect(await take(booking.token, child_seat, amount * 2, { quantity: 2 })).toBe('taken')
  const after = await totalOf(booking)
  expect(after.total - before.total).toBe(amount * 2)
  expect(after.extras).toMatchObject({ [child_seat]: 2 })
  expect(await offerOf(booking.token, child_seat)).toBeUndefined()
  // The customer is told, as of every change.
  const [mail] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as mails from public.outbox where topic = 'mail.reservation_changed' and payload ->> 'reservation_id' = ${booking.id}`,
  )
  expect(mail?.mails).toBe(1)
})

test('a vehicle of a dearer category given at the agreed price keeps it: an extra adds its own price alone, and what is given is not sold', async () => {
  const { child_seat } = company.extras
  const booking = await booked()
  const alone = await priceOf(booking.token, child_seat)
  const [dearer] = await database.asPostgres(
    (sql) => sql`
      select v.id from public.vehicles v join public.rates t on t.company_id = v.company_id and t.category_id = v.category_id
      where v.company_id = ${company.companyId} and v.category_id <> (select category_id from public.reservations where id = ${booking.id})
        and not exists (select from public.allocations a where a.resource_id = v.id and a.active)
      order by t.daily_rappen desc limit 1`,
  )
  const change = (wish: Record<string, unknown>) =>
    database.as(
      company.owner,
      (sql) => sql`
        select public.change_reservation(${booking.id}, ${sql.json(wish as never)}, null, false)`,
    )
  await change({ vehicle_id: dearer?.id, keep_price: true })
  const agreed = await totalOf(booking)
  expect(await priceOf(booking.token, child_seat)).toBe(alone)
  expect((await shown(booking.token))?.offers.filter(({ kind }) => kind === 'category')).toEqual([])
  expect(await take(booking.token, child_seat, alone)).toBe('taken')
  const after = await totalOf(booking)
  expect(after.total).toBe(agreed.total + alone)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select vehicle_id, (select array_agg(t ->> 'rule' order by n) from jsonb_array_elements(price -> 'trace') with ordinality as x (t, n)) as rules,
        (select sum((l ->> 'amount_rappen')::int)::int from jsonb_array_elements(price -> 'lines') as l where l ->> 'kind' = 'extra') as extras
      from public.reservations where id = ${booking.id}`,
  )
  expect(row).toMatchObject({ vehicle_id: dearer?.id, extras: alone })
  expect(row?.rules.length).toBeGreaterThan(0)
})

test('each number of pieces has its own price, because rounding makes two cost something else than twice one', async () => {
  const rounded = await foundRentalCompany(database, 'rounded')
  const { child_seat } = rounded.extras
  await database.as(rounded.owner, async (sql) => {
    await sql`update public.companies set price_rounding_rappen = 100`
    await sql`update public.extras set price_rappen = 350, charge = 'per_rental', max_quantity = 3 where id = ${child_seat}`
  })
  const { token, id } = await bookAndPay(database, rounded, freeSlots(() => rounded)())
  const offer = (await shown(token, rounded.slug))?.offers.find((one) => one.id === child_seat)
  const [one = 0, two = 0, three = 0] = offer?.prices_rappen ?? []
  expect(offer?.prices_rappen).toHaveLength(3)
  expect([one, two, three].every((rappen) => rappen % 100 === 0)).toBe(true)
  expect(two).not.toBe(one * 2)
  const before = await totalOf({ id } as Booking)
  await database.asAnon(
    (sql) => sql`select public.take_upsell_by_token(${rounded.slug}, ${token}, ${child_seat}, 3, ${three})`,
  )
  expect((await totalOf({ id } as Booking)).total - before.total).toBe(three)
})

test('another price than the one shown adds nothing; one key adds once', async () => {
  const { child_seat } = company.extras
  const booking = await booked()
  const amount = await priceOf(booking.token, child_seat)
  expect(await refusalOf(take(booking.token, child_seat, amount - 1))).toMatchObject({
    status: 409,
    code: 'price_changed',
  })
  expect((await totalOf(booking)).extras).toBeNull()
  const { version } = await totalOf(booking)
  const key = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => take(booking.token, child_seat, amount, { key })),
  )
  expect(new Set(answers)).toEqual(new Set(['taken']))
  expect((await totalOf(booking)).version).toBe(version + 1)
})

test('of the last pieces no more are taken than there are, however many ask at once', async () => {
  const { child_seat } = company.extras
  // A time in which nobody else has a piece.
  const period = periodIn(200)
  const vehicles = company.vehicles.slice(20, 28)
  const bookings = await Promise.all(
    vehicles.map(({ id }) => bookAndPay(database, company, { ...period, vehicleId: id })),
  )
  const amount = await priceOf(bookings[0]?.token ?? '', child_seat)
  await setExtra(child_seat, { stock: 3 })
  const outcomes = await Promise.all(bookings.map(({ token }) => outcomeOf(take(token, child_seat, amount))))
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3)
  for (const outcome of outcomes.filter((one) => one !== 'done'))
    expect(outcome).toMatchObject({ status: 409, code: 'extra_not_available' })
  const without = bookings.find((_, nth) => outcomes[nth] !== 'done')
  expect(await offerOf(without?.token ?? '', child_seat)).toBeUndefined()
  await setExtra(child_seat, {})
})

test('two extras taken in two tabs at once both stay', async () => {
  const { child_seat, excess_reduction } = company.extras
  const booking = await booked()
  const prices = await Promise.all([child_seat, excess_reduction].map((id) => priceOf(booking.token, id)))
  await Promise.all(
    [child_seat, excess_reduction].map((id, nth) => take(booking.token, id, prices[nth] ?? 0)),
  )
  expect((await totalOf(booking)).extras).toEqual({ [child_seat]: 1, [excess_reduction]: 1 })
})

test('where the desk wants to say yes first, asking changes nothing; yes adds it, no says so, and the change page is no way round', async () => {
  const { excess_reduction } = company.extras
  await setExtra(excess_reduction, { approval: true })
  const booking = await booked()
  const amount = await priceOf(booking.token, excess_reduction)
  const round = database.asAnon(
    (sql) =>
      sql`select public.change_by_token(${company.slug}, ${booking.token}, ${sql.json({ extras: [{ extra_id: excess_reduction, quantity: 1 }] })}, false)`,
  )
  expect(await refusalOf(round)).toMatchObject({ status: 409, code: 'change_not_allowed' })
  expect(await take(booking.token, excess_reduction, amount)).toBe('asked')
  expect((await totalOf(booking)).extras).toBeNull()
  expect((await shown(booking.token))?.asked).toMatchObject([{ id: excess_reduction, status: 'asked' }])
  const [day] = await database.as(company.owner, (sql) => sql`select public.list_day() as it`)
  expect(day?.it.tasks).toContainEqual(
    expect.objectContaining({ kind: 'upsell', reservation_id: booking.id }),
  )
  const id = await askedFor(booking)
  await Promise.all([decide(id, true), decide(id, true)])
  expect((await totalOf(booking)).extras).toEqual({ [excess_reduction]: 1 })
  expect(await refusalOf(decide(id, false))).toMatchObject({ status: 409, code: 'invalid_transition' })

  const declined = await booked()
  await take(declined.token, excess_reduction, amount)
  await decide(await askedFor(declined), false)
  expect((await shown(declined.token))?.asked).toMatchObject([{ status: 'declined' }])
  expect(await refusalOf(take(declined.token, excess_reduction, amount))).toMatchObject({
    code: 'change_not_allowed',
  })
  await setExtra(excess_reduction, {})
})

test('nothing is offered or added where it is not wanted, after the pickup, or by another company’s link', async () => {
  const { child_seat } = company.extras
  const booking = await booked()
  await setExtra(child_seat, { offered: false })
  expect(await offerOf(booking.token, child_seat)).toBeUndefined()
  expect(await refusalOf(take(booking.token, child_seat, 100))).toMatchObject({ code: 'not_found' })
  await setExtra(child_seat, {})
  expect(await shown(booking.token, other.slug)).toBeNull()
  expect(await refusalOf(take(booking.token, other.extras.child_seat, 100))).toMatchObject({
    code: 'not_found',
  })
  expect(await refusalOf(take(booking.token, child_seat, null))).toMatchObject({ code: 'invalid_input' })
  for (const quantity of [0, -1, 21])
    expect(await refusalOf(take(booking.token, child_seat, 100, { quantity }))).toMatchObject({ status: 422 })
  const setStatus = (status: string) =>
    database.asPostgres(
      (sql) => sql`update public.companies set status = ${status} where id = ${company.companyId}`,
    )
  await setStatus('suspended')
  expect((await shown(booking.token))?.offers).toEqual([])
  await setStatus('active')
  await handOver(database, company.owner, booking.id)
  expect((await shown(booking.token))?.offers).toEqual([])
  expect(await refusalOf(take(booking.token, child_seat, 100))).toMatchObject({ code: 'change_not_allowed' })
})

test('the report counts what was offered, by which way, what was taken and what it still earns', async () => {
  const own = await foundRentalCompany(database, 'reported')
  const next = freeSlots(() => own)
  const { child_seat } = own.extras
  const [taken, lost, told] = await Promise.all([0, 1, 2].map(() => bookAndPay(database, own, next())))
  if (!taken || !lost || !told) throw new Error('Three bookings were made.')
  const amounts: number[] = []
  for (const { token } of [taken, lost]) {
    const price = await database.asAnon(async (sql) => {
      const [row] = await sql`select public.upsells_by_token(${own.slug}, ${token}) as it`
      const offer = ((row?.it.offers ?? []) as Offer[]).find(({ id }) => id === child_seat)
      await sql`select public.take_upsell_by_token(${own.slug}, ${token}, ${child_seat}, 1, ${offer?.prices_rappen[0] ?? 0})`
      return offer?.prices_rappen[0] ?? 0
    })
    amounts.push(price)
  }
  await database.asService((sql) => sql`select public.offer_upsells(${own.companyId}, ${told.id})`)
  await database.as(own.owner, (sql) => sql`select public.cancel_reservation(${lost.id})`)
  const [row] = await database.as(own.owner, (sql) => sql`select public.report_upsells() as it`)
  const line = ((row?.it ?? []) as { id: string }[]).find(({ id }) => id === child_seat)
  expect(line).toMatchObject({ offered: 3, by_message: 1, taken: 2, declined: 0, earned_rappen: amounts[0] })
})
