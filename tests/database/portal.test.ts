import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, bookOnSite, handOver, type Period, takeBack } from './support/rentals.ts'

/** The portal by its private link: what a customer sees, changes and asks for, and what they may not. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'portal')
  other = await foundRentalCompany(database, 'elsewhere')
})

const portal = (slug: string, token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.portal_by_token(${slug}, ${token}) as it`
    return row?.it
  })

const change = (
  token: string,
  wish: JSONValue,
  {
    dry = false,
    total = null,
    key = null,
  }: { dry?: boolean; total?: number | null; key?: string | null } = {},
) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`
      select public.change_by_token(${company.slug}, ${token}, ${sql.json(wish)}, ${dry}, ${total}, ${key}) as it`
    return row?.it
  })

const stateOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] =
      await sql`select starts_at, ends_at, total_rappen::int as total from public.reservations where id = ${id}`
    return row
  })

const later = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString()

const setPolicy = (steps: JSONValue) =>
  database.as(
    company.owner,
    (sql) =>
      sql`update public.companies set cancellation_policy = ${sql.json(steps)} where id = ${company.companyId}`,
  )

async function booked(wish: Period & { vehicleId: string } = slot()): Promise<Booking & Period> {
  return { ...(await bookAndPay(database, company, wish)), startsAt: wish.startsAt, endsAt: wish.endsAt }
}

test('the link shows terms, payments and documents, and nothing of what is not the customer’s', async () => {
  const booking = await booked()
  const { contractId } = await handOver(database, company.owner, booking.id)
  await database.asService(
    (sql) =>
      sql`select public.seal_document(${company.companyId}, 'contract', ${contractId}, 'de', ${`${company.companyId}/contracts/a.pdf`}, ${'c'.repeat(64)}, 1000)`,
  )
  const facts = await portal(company.slug, booking.token)
  expect(facts).toMatchObject({
    may_change: null,
    contract: { status: 'active' },
    documents: [{ kind: 'contract', record_id: contractId, bytes: 1000 }],
    payments: [{ purpose: 'booking_deposit', status: 'succeeded' }],
    deposit: { method: 'cash', status: 'held' },
  })
  expect(JSON.stringify(facts)).not.toMatch(/storage_path|provider|vehicle_id|cus_1/)
})

test('after the return it tells the settled total, what is paid and what is open, until nothing is', async () => {
  const booking = await booked()
  const pickup = await handOver(database, company.owner, booking.id)
  const settled = async () => (await portal(company.slug, booking.token)).contract.settled
  expect(await settled()).toBeNull()
  await takeBack(database, company.owner, pickup, { drivenKm: 5_000 })
  const { total_rappen, paid_rappen, open_rappen } = await settled()
  expect(total_rappen).toBeGreaterThan(booking.total_rappen)
  expect(paid_rappen).toBe(booking.payment?.amount_rappen)
  expect(open_rappen).toBe(total_rappen - paid_rappen)

  const invoice = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.issue_invoice(${pickup.contractId}) as id`
    return row?.id
  })
  expect(await settled()).toEqual({ total_rappen, paid_rappen, open_rappen })
  await database.as(
    company.owner,
    (sql) => sql`select public.record_payment(${invoice}, 'cash', ${open_rappen})`,
  )
  expect(await settled()).toEqual({ total_rappen, paid_rappen: total_rappen, open_rappen: 0 })
})

test('a wrong token, another company’s site, a lapsed and a replaced link open nothing', async () => {
  const booking = await booked()
  expect(await portal(company.slug, 'f'.repeat(64))).toBeNull()
  expect(await portal(other.slug, booking.token)).toBeNull()
  const renewed = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.replace_private_link(${booking.id}) as it`
    return row?.it
  })
  expect(renewed.language).toBe('de')
  expect(await portal(company.slug, booking.token)).toBeNull()
  expect(await refusalOf(change(booking.token, {}, { dry: true }))).toMatchObject({ code: 'link_expired' })
  expect(await portal(company.slug, renewed.token)).not.toBeNull()
  await database.asPostgres(
    (sql) => sql`update public.access_links set expires_at = now() where reservation_id = ${booking.id}`,
  )
  expect(await portal(company.slug, renewed.token)).toBeNull()
})

test('a link that has lapsed is given anew for thirty days, one that stands for as long as it had', async () => {
  const booking = await booked()
  const renew = () =>
    database.as(company.owner, async (sql) => {
      const [row] = await sql`select public.replace_private_link(${booking.id}) as it`
      return row?.it as { token: string; expires_at: string }
    })
  const first = await renew()
  const second = await renew()
  expect(second.expires_at).toBe(first.expires_at)
  await database.asPostgres(
    (sql) =>
      sql`update public.access_links set expires_at = now() - interval '1 day' where reservation_id = ${booking.id}`,
  )
  const anew = await renew()
  expect(Date.parse(anew.expires_at) - Date.now()).toBeGreaterThan(29 * 86_400_000)
  expect(await portal(company.slug, anew.token)).not.toBeNull()
})

test('replacing the link queues its mail, and only one link is ever open', async () => {
  const booking = await booked()
  await Promise.all(
    [1, 2, 3].map(() =>
      database.as(company.owner, (sql) => sql`select public.replace_private_link(${booking.id})`),
    ),
  )
  const [counts] = await database.asPostgres(
    (sql) => sql`
      select (select count(*)::int from public.access_links where reservation_id = ${booking.id} and revoked_at is null) as open,
        (select count(*)::int from public.outbox where topic = 'mail.private_link' and payload ->> 'reservation_id' = ${booking.id}) as mails`,
  )
  expect(counts).toEqual({ open: 1, mails: 3 })
})

test('a viewer and another company learn and replace no link', async () => {
  const booking = await booked()
  const foreign = (sql: Parameters<Parameters<typeof database.as>[1]>[0]) =>
    sql`select public.replace_private_link(${booking.id})`
  expect(await refusalOf(database.as(other.owner, foreign))).toMatchObject({ code: 'not_found' })
  expect(
    await refusalOf(database.as(other.owner, (sql) => sql`select public.private_link(${booking.id})`)),
  ).toMatchObject({ code: 'not_found' })
})

test('the customer lengthens the booking at the price that was shown', async () => {
  const booking = await booked()
  const wish = { ends_at: later(booking.endsAt, 1) }
  const plan = await change(booking.token, wish, { dry: true })
  expect(plan).toMatchObject({ available: true, allowed: true, before_rappen: booking.total_rappen })
  expect(plan.after_rappen).toBeGreaterThan(booking.total_rappen)
  expect((await stateOf(booking.id))?.total).toBe(booking.total_rappen)

  expect(await refusalOf(change(booking.token, wish, { total: plan.after_rappen - 5 }))).toMatchObject({
    code: 'price_changed',
  })
  expect((await stateOf(booking.id))?.total).toBe(booking.total_rappen)
  await change(booking.token, wish, { total: plan.after_rappen, key: 'once' })
  await change(booking.token, wish, { total: plan.after_rappen, key: 'once' })
  expect(await stateOf(booking.id)).toMatchObject({ total: plan.after_rappen })
  const [log] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as changes, count(changed_by)::int as members from public.reservation_changes where reservation_id = ${booking.id}`,
  )
  expect(log).toEqual({ changes: 1, members: 0 })
})

test('extras are added at their price while there are some, and the plan says how many are left', async () => {
  const booking = await booked()
  const extra = company.extras.child_seat
  await database.as(
    company.owner,
    (sql) =>
      sql`update public.extras set stock = 1 where company_id = ${company.companyId} and id = ${extra}`,
  )
  const wish = (quantity: number) => ({ extras: [{ extra_id: extra ?? '', quantity }] })
  const plan = await change(booking.token, wish(1), { dry: true })
  expect(plan.extras_left).toMatchObject({ [extra ?? '']: 1 })
  expect(plan.after_rappen).toBeGreaterThan(plan.before_rappen)
  expect(await refusalOf(change(booking.token, wish(2), { total: null }))).toMatchObject({
    code: 'extra_not_available',
  })
  await change(booking.token, wish(1), { total: plan.after_rappen })
  expect((await stateOf(booking.id))?.total).toBe(plan.after_rappen)
  await database.as(
    company.owner,
    (sql) =>
      sql`update public.extras set stock = null where company_id = ${company.companyId} and id = ${extra}`,
  )
})

test('where cancelling would cost something, shortening and moving the pickup do not get round it', async () => {
  await setPolicy([{ hours: 24 * 365, percent: 50 }])
  const booking = await booked()
  await setPolicy([])
  expect((await portal(company.slug, booking.token)).may_change).toBe('more')
  const shorter = { ends_at: later(booking.endsAt, -1) }
  expect(await change(booking.token, shorter, { dry: true })).toMatchObject({ allowed: false })
  expect(await refusalOf(change(booking.token, shorter))).toMatchObject({ code: 'change_not_allowed' })
  const moved = { starts_at: later(booking.startsAt, 1), ends_at: later(booking.endsAt, 3) }
  expect(await refusalOf(change(booking.token, moved))).toMatchObject({ code: 'change_not_allowed' })
  expect((await stateOf(booking.id))?.total).toBe(booking.total_rappen)
  expect(await change(booking.token, { ends_at: later(booking.endsAt, 1) })).toMatchObject({ allowed: true })
})

test('a taken vehicle is said to be taken, without telling by whom', async () => {
  const mine = slot()
  const booking = await booked(mine)
  await bookAndPay(database, company, {
    vehicleId: mine.vehicleId,
    startsAt: later(mine.endsAt, 1),
    endsAt: later(mine.endsAt, 3),
  })
  const wish = { ends_at: later(mine.endsAt, 2) }
  const plan = await change(booking.token, wish, { dry: true })
  expect(plan.available).toBe(false)
  expect(JSON.stringify(plan)).not.toMatch(/Muster|R-20/)
  const refusal = await refusalOf(change(booking.token, wish))
  expect(refusal).toMatchObject({ code: 'not_available' })
  expect(JSON.stringify(refusal)).not.toMatch(/Muster|R-20/)
})

test('minutes, the past, other people’s vehicles and prices are refused', async () => {
  const booking = await booked()
  const odd = new Date(Date.parse(booking.endsAt) + 7 * 60_000).toISOString()
  expect(await refusalOf(change(booking.token, { ends_at: odd }))).toMatchObject({ code: 'time_step' })
  expect(
    await refusalOf(change(booking.token, { starts_at: new Date(Date.now() - 86_400_000).toISOString() })),
  ).toMatchObject({ code: 'period_in_past' })
  for (const wish of [
    { vehicle_id: slot().vehicleId },
    { keep_price: true },
    { pickup_location_id: company.companyId },
    { starts_at: 'soon' },
    { extras: 'all' },
    [],
  ])
    expect(await refusalOf(change(booking.token, wish as JSONValue)), JSON.stringify(wish)).toMatchObject({
      code: 'invalid_input',
    })
})

test('an unpaid, a cancelled and a running booking are not changed by the customer', async () => {
  const unpaid = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  expect(await refusalOf(change(unpaid.token, {}))).toMatchObject({ code: 'change_not_allowed' })
  const running = await booked()
  await handOver(database, company.owner, running.id)
  expect(await refusalOf(change(running.token, {}))).toMatchObject({ code: 'change_not_allowed' })
})

test('a data request is asked once, told to the company, and settled by those who may erase', async () => {
  const booking = await booked()
  const ask = (kind: string) =>
    database.asAnon(
      (sql) => sql`select public.request_data_by_token(${company.slug}, ${booking.token}, ${kind})`,
    )
  await ask('copy')
  await ask('copy')
  expect(await refusalOf(ask('everything'))).toMatchObject({ code: 'invalid_input' })
  const [request] = await database.asPostgres(
    (sql) => sql`
      select q.id, (select count(*)::int from public.outbox where topic = 'mail.data_request' and key = q.id::text) as mails
      from public.data_requests q join public.reservations r on r.customer_id = q.customer_id where r.id = ${booking.id}`,
  )
  expect(request?.mails).toBe(1)
  const settle = (caller: typeof company.owner) =>
    database.as(caller, (sql) => sql`select public.settle_data_request(${request?.id})`)
  expect(await refusalOf(settle(other.owner))).toMatchObject({ code: 'not_found' })
  await settle(company.owner)
  await settle(company.owner)
  expect((await portal(company.slug, booking.token)).data_requests).toEqual([])
})

test('thirty days for an answer are counted from the company’s own day', async () => {
  // At any hour, one of the two is on another day than the server.
  for (const [kind, zone] of Object.entries({ copy: 'Pacific/Kiritimati', erasure: 'Pacific/Pago_Pago' })) {
    const booking = await booked()
    const days = await database.asPostgres(async (sql) => {
      await sql`update public.companies set time_zone = ${zone} where id = ${company.companyId}`
      const [asked] = await sql`
        select public.request_data_by_token(${company.slug}, ${booking.token}, ${kind}) - private.today(${company.companyId}) as days`
      await sql`update public.companies set time_zone = 'Europe/Zurich' where id = ${company.companyId}`
      return asked?.days
    })
    expect(days).toBe(30)
  }
})
