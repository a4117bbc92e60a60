import { beforeAll, expect, test } from 'vitest'
import { cancellationRules } from '@/lib/core/cancellation'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, bookOnSite, newCustomer, periodIn, settle } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller
let viewer: Caller
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
})

const setPolicy = (policy: { hours: number; percent: number }[], noShowPercent = 100) =>
  database.as(
    company.owner,
    (sql) => sql`
      update public.companies set cancellation_policy = ${sql.json(policy)}, no_show_fee_percent = ${noShowPercent}`,
  )

const cancel = (caller: Caller, id: string, refund: number | null = null) =>
  database.as(caller, (sql) => sql`select public.cancel_reservation(${id}, ${refund})`)

const stateOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select r.status, r.cancellation_fee_rappen::int as fee, r.total_rappen::int as total,
        (select coalesce(sum(p.refunded_rappen), 0)::int from public.payments p where p.reservation_id = r.id) as refunded,
        (select count(*)::int from public.outbox o where o.topic = 'stripe.refund' and o.payload ->> 'refund_id' in (
          select f.id::text from public.refunds f join public.payments p on p.id = f.payment_id where p.reservation_id = r.id)) as sent,
        (select coalesce(sum(e.amount_rappen), 0)::int from public.ledger_entries e where e.company_id = r.company_id
          and e.account = 'revenue' and e.source_id = r.id::text) as revenue
      from public.reservations r where r.id = ${id}`
    return row as {
      status: string
      fee: number
      total: number
      refunded: number
      sent: number
      revenue: number
    }
  })

const balanceOf = (account: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as sum from public.ledger_entries
      where company_id = ${company.companyId} and account = ${account}`
    return row?.sum as number
  })

const paidOf = ({ payment }: Booking) => payment?.amount_rappen ?? 0

test('without a policy all of what was paid goes back', async () => {
  const booking = await bookAndPay(database, company, slot())
  await cancel(staff, booking.id)
  const state = await stateOf(booking.id)
  expect(state).toMatchObject({ status: 'cancelled', fee: 0, refunded: paidOf(booking), sent: 1, revenue: 0 })
  // Again: nothing more happens.
  await cancel(staff, booking.id)
  expect(await stateOf(booking.id)).toEqual(state)
})

test('a step that is reached keeps its share of the price, and no more than was paid', async () => {
  await setPolicy([
    { hours: 24 * 365, percent: 10 },
    { hours: 24, percent: 100 },
  ])
  const booking = await bookAndPay(database, company, slot())
  await setPolicy([])
  const before = await balanceOf('customer_prepayments')
  const { total } = await stateOf(booking.id)
  // What was agreed when it was booked, not what the company says today.
  const fee = Math.round((total * 10) / 500) * 5
  await cancel(staff, booking.id)
  expect(await stateOf(booking.id)).toMatchObject({ fee, refunded: paidOf(booking) - fee, revenue: -fee })
  // The customer is told the same, in the portal and in the mail.
  const [told] = await database.asService(
    (sql) => sql`select public.reservation_facts(${company.companyId}, ${booking.id}) -> 'ended' as ended`,
  )
  expect(told?.ended).toEqual({ fee_rappen: fee, refund_rappen: paidOf(booking) - fee })
  // Nothing of it is owed to the customer any more.
  expect((await balanceOf('customer_prepayments')) - before).toBe(paidOf(booking))
})

test('the last step reached counts, and before the first nothing is kept', async () => {
  const steps = [
    { hours: 72, percent: 30 },
    { hours: 24, percent: 80 },
  ]
  await setPolicy(steps)
  const booking = await bookAndPay(database, company, slot())
  await setPolicy([])
  const percentAt = (hours: number) =>
    database.asPostgres(async (sql) => {
      const [row] = await sql`
        select private.cancellation_percent(r, r.starts_at - make_interval(hours => ${hours})) as percent
        from public.reservations r where id = ${booking.id}`
      return row?.percent
    })
  const hours = [73, 72, 25, 24, 0, -5]
  expect(await Promise.all(hours.map(percentAt))).toEqual([0, 30, 30, 80, 80, 80])
  // What customers are told in words is what is charged.
  const start = new Date('2027-06-01T08:00:00Z')
  const told = (before: number) =>
    cancellationRules(steps, start, new Date(start.getTime() - before * 3_600_000))[0].percent
  expect(hours.map(told)).toEqual([0, 30, 30, 80, 80, 80])
})

test('what was shown goes back, or nothing happens', async () => {
  const booking = await bookAndPay(database, company, slot())
  const shown = async () => {
    const [row] = await database.as(staff, (sql) => sql`select public.preview_end(${booking.id}) as ends`)
    return row?.ends.cancellation.refund_rappen as number
  }
  const cancelAsShown = (refund: number) =>
    database.as(staff, (sql) => sql`select public.cancel_reservation(${booking.id}, null, ${refund})`)
  const first = await shown()
  // Meanwhile a step of the policy is reached.
  const reached = [{ hours: 24 * 365, percent: 10 }]
  await database.asPostgres(
    (sql) => sql`
      update public.reservations set cancellation_policy = ${sql.json(reached)} where id = ${booking.id}`,
  )
  expect(await refusalOf(cancelAsShown(first))).toMatchObject({ status: 409, code: 'refund_changed' })
  expect(await stateOf(booking.id)).toMatchObject({ status: 'confirmed', refunded: 0 })
  const second = await shown()
  expect(second).toBeLessThan(first)
  await cancelAsShown(second)
  expect(await stateOf(booking.id)).toMatchObject({ status: 'cancelled', refunded: second })
  // Again: nothing more happens, whatever was shown.
  await cancelAsShown(first)
})

test('who may refund may give back more or less than agreed, and never more than was paid', async () => {
  const booking = await bookAndPay(database, company, slot())
  expect(await refusalOf(cancel(staff, booking.id, 100))).toMatchObject({ status: 403 })
  expect(await refusalOf(cancel(company.owner, booking.id, paidOf(booking) + 1))).toMatchObject({
    code: 'refund_exceeds_payment',
  })
  expect((await stateOf(booking.id)).status).toBe('confirmed')
  await cancel(company.owner, booking.id, 1_000)
  expect(await stateOf(booking.id)).toMatchObject({ refunded: 1_000, fee: paidOf(booking) - 1_000 })
})

test('what is given back later of a fee is no revenue any more', async () => {
  const booking = await bookAndPay(database, company, slot())
  await cancel(company.owner, booking.id, 0)
  const revenue = await balanceOf('revenue')
  await database.as(
    company.owner,
    (sql) => sql`select public.refund_payment(${booking.payment?.id ?? ''}, 500, 'Kulanz')`,
  )
  expect((await balanceOf('revenue')) - revenue).toBe(500)
  expect(await stateOf(booking.id)).toMatchObject({ fee: paidOf(booking) - 500, refunded: 500 })
})

test('for a customer who did not come the agreed share is kept', async () => {
  await setPolicy([], 20)
  const booking = await bookAndPay(database, company, slot())
  await setPolicy([])
  await database.asPostgres(
    (sql) =>
      sql`update public.reservations set starts_at = now() - interval '2 hours' where id = ${booking.id}`,
  )
  const noShow = (shown: number | null = null) =>
    database.as(staff, (sql) => sql`select public.mark_no_show(${booking.id}, ${shown})`)
  expect(await refusalOf(noShow(paidOf(booking)))).toMatchObject({ code: 'refund_changed' })
  await noShow()
  const { total } = await stateOf(booking.id)
  const fee = Math.round((total * 20) / 500) * 5
  const state = await stateOf(booking.id)
  expect(state).toMatchObject({ status: 'no_show', fee, refunded: paidOf(booking) - fee })
  await noShow()
  expect(await stateOf(booking.id)).toEqual(state)
})

test('what it would cost is told before', async () => {
  const booking = await bookAndPay(database, company, slot())
  const preview = (caller: Caller) =>
    database.as(caller, async (sql) => (await sql`select public.preview_end(${booking.id}) as it`)[0]?.it)
  expect(await preview(viewer)).toMatchObject({
    cancellation: { percent: 0, fee_rappen: 0, refund_rappen: paidOf(booking) },
    no_show: { percent: 100, refund_rappen: 0 },
  })
  expect(await refusalOf(preview(other.owner))).toMatchObject({ status: 404 })
})

test.each([
  ['no list', '{}'],
  ['a share above all', '[{"hours": 1, "percent": 101}]'],
  ['a negative hour', '[{"hours": -1, "percent": 10}]'],
  ['the same hour twice', '[{"hours": 1, "percent": 10}, {"hours": 1, "percent": 20}]'],
  ['a step that is none', '[null]'],
])('a policy with %s is refused', async (_, policy) => {
  const write = database.as(
    company.owner,
    (sql) => sql`update public.companies set cancellation_policy = ${policy}::text::jsonb`,
  )
  await expect(write).rejects.toThrow(/cancellation_policy/)
})

test('many at once: each is answered, and a refusal undoes nothing of the others', async () => {
  const [one, two, done, foreign] = [
    await bookAndPay(database, company, slot()),
    await bookAndPay(database, company, slot()),
    await bookAndPay(database, company, slot()),
    await bookAndPay(database, other, { ...periodIn(10), vehicleId: vehicleOf(other, 0).id }),
  ]
  await database.as(company.owner, (sql) => sql`select public.convert_reservation(${done.id})`)
  const cancelAll = (caller: Caller) =>
    database.as(caller, async (sql) => {
      const [row] =
        await sql`select public.cancel_reservations(${[one.id, two.id, done.id, foreign.id]}) as it`
      return row?.it
    })
  expect(await refusalOf(cancelAll(viewer))).toMatchObject({ status: 403 })
  expect(await cancelAll(staff)).toEqual(
    expect.arrayContaining([
      { id: one.id },
      { id: two.id },
      { id: done.id, code: 'invalid_transition' },
      { id: foreign.id, code: 'not_found' },
    ]),
  )
  expect((await stateOf(two.id)).status).toBe('cancelled')
  expect((await stateOf(done.id)).status).toBe('converted')
  expect((await stateOf(foreign.id)).status).toBe('confirmed')
})

test('a cancellation and a payment at the same moment leave no money without an owner', async () => {
  for (let round = 0; round < 8; round++) {
    const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
    await Promise.all([cancel(staff, booking.id), settle(database, company, booking)])
    const state = await stateOf(booking.id)
    expect(state).toMatchObject({ status: 'cancelled', fee: 0, refunded: paidOf(booking) })
  }
})

const cancelByLink = (slug: string, token: string) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.cancel_by_token(${slug}, ${token}) as it`
    return row?.it
  })

test('the customer cancels by the private link and gets back what was agreed', async () => {
  await setPolicy([{ hours: 24 * 365, percent: 10 }])
  const booking = await bookAndPay(database, company, slot())
  await setPolicy([])
  const [before] = await database.asAnon(
    (sql) =>
      sql`select public.booking_by_token(${company.slug}, ${booking.token}) -> 'cancellation' as terms`,
  )
  const facts = await cancelByLink(company.slug, booking.token)
  expect(facts).toMatchObject({ id: booking.id, status: 'cancelled', cancellation: null })
  const state = await stateOf(booking.id)
  expect(before?.terms).toMatchObject({ fee_rappen: state.fee, refund_rappen: state.refunded })
  expect(state.fee).toBeGreaterThan(0)
  // A second press changes nothing.
  await cancelByLink(company.slug, booking.token)
  expect(await stateOf(booking.id)).toEqual(state)
})

test('a wrong link, another company’s site and a rental that has begun cancel nothing', async () => {
  const booking = await bookAndPay(database, company, slot())
  expect(await refusalOf(cancelByLink(company.slug, 'f'.repeat(64)))).toMatchObject({ code: 'link_expired' })
  expect(await refusalOf(cancelByLink(other.slug, booking.token))).toMatchObject({ code: 'link_expired' })
  await database.asPostgres(
    (sql) =>
      sql`update public.reservations set starts_at = now() - interval '1 hour' where id = ${booking.id}`,
  )
  expect(await refusalOf(cancelByLink(company.slug, booking.token))).toMatchObject({
    code: 'rental_has_begun',
  })
  expect((await stateOf(booking.id)).status).toBe('confirmed')
})

const makeOption = (hours: number | null, wish = slot()) =>
  database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.create_reservation(${wish.startsAt}, ${wish.endsAt}, ${wish.vehicleId}, p_customer => ${sql.json(newCustomer())},
        p_hold_hours => ${hours}) as it`
    return row?.it as { id: string; status: string }
  })
const lapse = (id: string) =>
  database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${id}`,
  )

test('an option holds the vehicle, then frees it by itself; confirmed it stays', async () => {
  const wish = slot()
  const option = await makeOption(24, wish)
  expect(option.status).toBe('pending')
  expect(await refusalOf(makeOption(null, wish))).toMatchObject({ code: 'not_available' })
  await lapse(option.id)
  expect(await makeOption(null, wish)).toMatchObject({ status: 'confirmed' })
  expect((await stateOf(option.id)).status).toBe('expired')

  const kept = await makeOption(24)
  await database.as(staff, (sql) => sql`select public.confirm_reservation(${kept.id})`)
  await database.asService((sql) => sql`select public.expire_holds()`)
  expect((await stateOf(kept.id)).status).toBe('confirmed')
})

test('an option is extended while it lasts, and never after', async () => {
  const option = await makeOption(1)
  const extend = (caller: Caller, hours: number) =>
    database.as(caller, async (sql) => {
      const [row] =
        await sql`select public.extend_hold(${option.id}, ${hours}) > now() + interval '47 hours' as long`
      return row?.long
    })
  expect(await refusalOf(extend(viewer, 48))).toMatchObject({ status: 403 })
  expect(await refusalOf(extend(other.owner, 48))).toMatchObject({ status: 404 })
  expect(await refusalOf(extend(staff, 0))).toMatchObject({ status: 422 })
  expect(await refusalOf(extend(staff, 337))).toMatchObject({ status: 422 })
  expect(await extend(staff, 48)).toBe(true)
  // Never shortened.
  expect(await extend(staff, 1)).toBe(true)
  await lapse(option.id)
  expect(await refusalOf(extend(staff, 48))).toMatchObject({ code: 'hold_lapsed' })
  const confirm = database.as(staff, (sql) => sql`select public.confirm_reservation(${option.id})`)
  expect(await refusalOf(confirm)).toMatchObject({ code: 'hold_lapsed' })
})

test('confirming and expiring at the same moment end in one of the two, the vehicle accordingly', async () => {
  for (let round = 0; round < 8; round++) {
    const option = await makeOption(1)
    await database.asPostgres(
      (sql) =>
        sql`update public.allocations set expires_at = now() + interval '15 milliseconds' where source_id = ${option.id}`,
    )
    const [confirmed] = await Promise.allSettled([
      database.as(staff, (sql) => sql`select pg_sleep(0.01), public.confirm_reservation(${option.id})`),
      database.asService((sql) => sql`select pg_sleep(0.016), public.expire_holds()`),
    ])
    const { status } = await stateOf(option.id)
    const [held] = await database.asPostgres(
      (sql) =>
        sql`select active and expires_at is null as firm from public.allocations where source_id = ${option.id}`,
    )
    expect(held?.firm).toBe(confirmed.status === 'fulfilled')
    expect(status === 'confirmed').toBe(confirmed.status === 'fulfilled')
  }
})

test('two who confirm at the same moment are of one mind; confirmed or not, what another cancels meanwhile is free', async () => {
  const confirm = (id: string) => database.as(staff, (sql) => sql`select public.confirm_reservation(${id})`)
  for (let round = 0; round < 8; round++) {
    const [wanted, contested] = [await makeOption(24), await makeOption(24)]
    const outcomes = await Promise.allSettled([
      confirm(wanted.id),
      confirm(wanted.id),
      confirm(contested.id),
      database.as(staff, (sql) => sql`select public.cancel_reservation(${contested.id})`),
    ])
    expect(await stateOf(wanted.id)).toMatchObject({ status: 'confirmed' })
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [readRefusal(one.reason)] : []))
    for (const refusal of refused) expect(refusal).toMatchObject({ status: 409, code: 'invalid_transition' })
    const [{ status }, [held]] = await Promise.all([
      stateOf(contested.id),
      database.asPostgres(
        (sql) => sql`select active from public.allocations where source_id = ${contested.id}`,
      ),
    ])
    // Cancelling a confirmed one is allowed, confirming a cancelled one is not: in any order it ends cancelled and free.
    expect([status, held?.active]).toEqual(['cancelled', false])
  }
})
