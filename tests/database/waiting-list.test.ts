import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, newCustomer, type Period, periodIn } from './support/rentals.ts'

/** Who waits is asked in turn, once, and only about what is free. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller
let viewer: Caller
/** A category of few vehicles, and the periods of one test after another. */
let category: { id: string; vehicles: string[] }
let weeks = 4
const nextPeriod = (): Period => periodIn(7 * weeks++)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
  const byCategory = Map.groupBy(company.vehicles, ({ categoryId }) => categoryId)
  const [id, vehicles] = [...byCategory].sort(([, a], [, b]) => a.length - b.length)[0] ?? ['', []]
  category = { id, vehicles: vehicles.map((vehicle) => vehicle.id) }
})

afterEach(() => setHolds(false))

const setHolds = (holds: boolean) =>
  database.as(
    company.owner,
    (sql) => sql`update public.companies set waiting_holds = ${holds}, waiting_offer_hours = 24`,
  )

interface Facts {
  id: string
  status: string
  token: string
  offered_until: string | null
  booking: Booking | null
}

async function join(
  period: Period,
  wish: { categoryId?: string | null; email?: string; equipment?: string[] } = {},
): Promise<Facts> {
  const { categoryId = category.id, email, equipment = [] } = wish
  return database.asAnon(async (sql) => {
    const [row] = await sql`
      select public.join_waiting_list_on_site(${company.slug}, ${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz,
        ${sql.json(newCustomer(email ? { email } : {}))}, ${categoryId}, null, 'fr', ${randomUUID()}, ${sql.json(equipment)}) as facts`
    return row?.facts as Facts
  })
}

const look = ({ token }: Pick<Facts, 'token'>) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.waiting_by_token(${company.slug}, ${token}) as facts`
    return row?.facts as Facts
  })

const statesOf = async (...entries: Facts[]) =>
  (await Promise.all(entries.map(look))).map(({ status }) => status)

/** Every vehicle of the category taken for the period. */
const sellOut = async (period: Period): Promise<Booking[]> => {
  const bookings = []
  for (const vehicleId of category.vehicles)
    bookings.push(await bookAndPay(database, company, { ...period, vehicleId }))
  return bookings
}

const cancel = ({ id }: Pick<Booking, 'id'>) =>
  database.as(company.owner, (sql) => sql`select public.cancel_reservation(${id})`)

/** What our worker does with the job that a release queued: offers until nobody is left to ask. */
async function serve(): Promise<string[]> {
  const served: string[] = []
  for (;;) {
    const [row] = await database.asService(
      (sql) => sql`select public.serve_waiting_list(${company.companyId}) as id`,
    )
    if (!row?.id) return served
    served.push(row.id)
  }
}

const jobs = async (topic: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select count(*)::int as jobs from public.outbox where company_id = ${company.companyId} and topic = ${topic}`
    return row?.jobs as number
  })

const booked = (vehicleId: string, period: Period, customer: ReturnType<typeof newCustomer>) =>
  bookAndPay(database, company, { ...period, vehicleId, customer })

test('nothing is offered while nothing is free; a cancellation asks the first who waits, and only them', async () => {
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  const first = await join(period)
  const second = await join(period)
  expect(await serve()).toEqual([])
  const before = await jobs('waiting.serve')
  await cancel(sold as Booking)
  expect(await jobs('waiting.serve')).toBe(before + 1)
  expect(await serve()).toEqual([first.id])
  expect(await statesOf(first, second)).toEqual(['offered', 'waiting'])
  // Told by mail and by text message, once.
  expect(
    await database.asPostgres(
      (sql) =>
        sql`select topic, count(*)::int as times from public.outbox where payload ->> 'waiting_entry_id' = ${first.id} group by topic order by topic`,
    ),
  ).toEqual([
    { topic: 'mail.waiting_listed', times: 1 },
    { topic: 'mail.waiting_offer', times: 1 },
    { topic: 'sms.waiting_offer', times: 1 },
  ])
})

test('what becomes free at another time or of another category is no reason to ask', async () => {
  const period = nextPeriod()
  await sellOut(period)
  const entry = await join(period)
  const before = await jobs('waiting.serve')
  await bookAndPay(database, company, { ...nextPeriod(), vehicleId: category.vehicles[0] ?? '' }).then(cancel)
  expect(await jobs('waiting.serve')).toBe(before)
  const { id: vehicleId } = company.vehicles.find(({ id }) => !category.vehicles.includes(id)) ?? { id: '' }
  await bookAndPay(database, company, { ...period, vehicleId }).then(cancel)
  expect(await serve()).toEqual([])
  expect(await statesOf(entry)).toEqual(['waiting'])
})

test('an offer that holds keeps the vehicle as an option; taken up it is paid for and confirmed', async () => {
  await setHolds(true)
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  const entry = await join(period)
  await cancel(sold as Booking)
  expect(await serve()).toEqual([entry.id])
  const offered = await look(entry)
  expect(offered).toMatchObject({ status: 'offered', booking: { status: 'pending', payment: null } })
  // Nobody else gets it meanwhile.
  expect(
    await refusalOf(bookAndPay(database, company, { ...period, vehicleId: category.vehicles[0] ?? '' })),
  ).toMatchObject({ code: 'not_available' })
  const accept = () =>
    database.asAnon(async (sql) => {
      const [row] = await sql`select public.accept_waiting_offer(${company.slug}, ${entry.token}) as booking`
      return row?.booking as Booking
    })
  const taken = await accept()
  expect((await accept()).payment?.id).toBe(taken.payment?.id)
  expect(taken.payment).toMatchObject({ status: 'pending', amount_rappen: taken.booking_deposit_rappen })
  await database.asService(
    (sql) => sql`
      select public.settle_payment(${company.companyId}, ${taken.payment?.id ?? ''}, 'cs_w', 'pi_w', ${taken.payment?.amount_rappen ?? 0}, 'chf')`,
  )
  expect(await look(entry)).toMatchObject({ status: 'booked', booking: { status: 'confirmed' } })
})

test('an option nobody takes up lapses, and the next is asked', async () => {
  await setHolds(true)
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  const first = await join(period)
  const second = await join(period)
  await cancel(sold as Booking)
  expect(await serve()).toEqual([first.id])
  await database.asPostgres(
    (sql) => sql`
      update public.allocations set expires_at = now() - interval '1 second'
      where source_id = (select reservation_id from public.waiting_entries where id = ${first.id})`,
  )
  const before = await jobs('waiting.serve')
  await database.asService((sql) => sql`select public.expire_holds()`)
  expect(await jobs('waiting.serve')).toBe(before + 1)
  expect(await serve()).toEqual([second.id])
  expect(await statesOf(first, second)).toEqual(['expired', 'offered'])
  expect(
    await refusalOf(
      database.asAnon((sql) => sql`select public.accept_waiting_offer(${company.slug}, ${first.token})`),
    ),
  ).toMatchObject({ code: 'hold_lapsed' })
})

test('an offer without a hold goes to the next when its time is up, and waiting ends when the period begins', async () => {
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  const first = await join(period)
  const second = await join(period)
  const gone = await join(nextPeriod())
  await cancel(sold as Booking)
  await serve()
  await database.asPostgres(
    (sql) => sql`
      update public.waiting_entries set offered_at = now() - interval '2 hours', offered_until = now() - interval '1 hour' where id = ${first.id}`,
  )
  await database.asPostgres(
    (sql) =>
      sql`update public.waiting_entries set starts_at = now() - interval '1 hour' where id = ${gone.id} and status = 'waiting'`,
  )
  await database.asService((sql) => sql`select public.expire_waiting_list()`)
  expect(await serve()).toEqual([second.id])
  expect(await statesOf(first, second)).toEqual(['expired', 'offered'])
})

test('whoever books what they waited for waits no longer', async () => {
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  const email = `${randomUUID()}@example.ch`
  const entry = await join(period, { email })
  await cancel(sold as Booking)
  await serve()
  await booked(category.vehicles[0] ?? '', period, newCustomer({ email }))
  expect((await look(entry)).status).toBe('booked')
})

test('leaving by the link frees what was held, takes the consent back, and asks the next', async () => {
  await setHolds(true)
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  const first = await join(period)
  const second = await join(period)
  await cancel(sold as Booking)
  await serve()
  const leave = () =>
    database.asAnon(
      async (sql) =>
        (
          await sql`select public.leave_waiting_list(${company.slug}, ${first.token}) ->> 'status' as status`
        )[0]?.status,
    )
  expect([await leave(), await leave()]).toEqual(['withdrawn', 'withdrawn'])
  expect(await serve()).toEqual([second.id])
  const [consent] = await database.asPostgres(
    (sql) => sql`
      select withdrawn_at from public.consents where kind = 'waiting_list'
        and customer_id = (select customer_id from public.waiting_entries where id = ${first.id})`,
  )
  expect(consent?.withdrawn_at).toBeInstanceOf(Date)
})

test('the same wish stands once, however often it is sent', async () => {
  const period = nextPeriod()
  const email = `${randomUUID()}@example.ch`
  await sellOut(period)
  const entries = await Promise.all(Array.from({ length: 8 }, () => join(period, { email })))
  expect(new Set(entries.map(({ id }) => id)).size).toBe(1)
})

test('who needs equipment is asked about a vehicle that has it, and is given that one', async () => {
  await setHolds(true)
  const period = nextPeriod()
  const sold = await sellOut(period)
  const [withBar = '', without = ''] = category.vehicles
  const equip = (vehicle: string, pieces: string) =>
    database.as(
      company.owner,
      (sql) =>
        sql`update public.vehicles set equipment = ${pieces}::text::public.equipment[] where id = ${vehicle}`,
    )
  const bookingOf = (place: number) => sold[place] as Booking
  for (const vehicle of category.vehicles) await equip(vehicle, '{}')
  const towing = await join(period, { equipment: ['tow_bar', 'dog_guard'] })
  await cancel(bookingOf(category.vehicles.indexOf(without)))
  // Another is free, but none with what they need; where it is fitted, the list is gone through.
  expect(await serve()).toEqual([])
  await cancel(bookingOf(category.vehicles.indexOf(withBar)))
  expect(await serve()).toEqual([])
  const before = await jobs('waiting.serve')
  await equip(withBar, '{tow_bar,dog_guard,isofix}')
  expect(await jobs('waiting.serve')).toBe(before + 1)
  expect(await serve()).toEqual([towing.id])
  const [held] = await database.asPostgres(
    (sql) => sql`
      select r.vehicle_id, r.wanted_equipment::text[] as wanted from public.reservations r
      join public.waiting_entries w on w.reservation_id = r.id where w.id = ${towing.id}`,
  )
  expect(held).toEqual({ vehicle_id: withBar, wanted: ['tow_bar', 'dog_guard'] })
  for (const vehicle of category.vehicles.slice(1)) await equip(vehicle, '{}')
})

test('with and without equipment are two wishes; the same pieces in another order are one', async () => {
  const period = nextPeriod()
  await sellOut(period)
  const email = `${randomUUID()}@example.ch`
  const plain = await join(period, { email })
  const first = await join(period, { email, equipment: ['isofix', 'tow_bar'] })
  const again = await join(period, { email, equipment: ['tow_bar', 'isofix'] })
  expect(first.id).not.toBe(plain.id)
  expect(again.id).toBe(first.id)
  const [seen] = await database.as(
    viewer,
    (sql) => sql`select wanted_equipment::text[] as wanted from public.waiting_list where id = ${first.id}`,
  )
  expect(seen?.wanted).toEqual(['tow_bar', 'isofix'])
  expect(await refusalOf(join(period, { email, equipment: ['jetpack'] }))).toMatchObject({
    code: 'invalid_input',
  })
})

test('work that is called off asks the list as well', async () => {
  const period = nextPeriod()
  const [sold] = await sellOut(period)
  await cancel(sold as Booking)
  const vehicle = category.vehicles[0] ?? ''
  const [work] = await database.as(
    company.owner,
    (sql) => sql`
      select public.plan_maintenance(${vehicle}, 'repair', ${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz) as it`,
  )
  const entry = await join(period)
  expect(await serve()).toEqual([])
  const maintenanceId = work?.it.maintenance_id
  await database.as(company.owner, (sql) => sql`select public.cancel_maintenance(${maintenanceId})`)
  expect(await serve()).toEqual([entry.id])
})

test('two releases at the same moment and one who waits: one offer', async () => {
  for (const holds of [false, true]) {
    await setHolds(holds)
    const period = nextPeriod()
    const sold = await sellOut(period)
    const entry = await join(period)
    await Promise.all(sold.slice(0, 2).map(cancel))
    const served = (await Promise.all([serve(), serve(), serve()])).flat()
    expect(served).toEqual([entry.id])
    const [options] = await database.asPostgres(
      (sql) => sql`
        select count(*)::int as options from public.reservations r join public.waiting_entries w on w.customer_id = r.customer_id where w.id = ${entry.id}`,
    )
    expect(options?.options).toBe(holds ? 1 : 0)
  }
})

test('one release and many who wait: one offer, to the first, whoever of the workers is quicker', async () => {
  for (const holds of [false, true]) {
    await setHolds(holds)
    const period = nextPeriod()
    const [sold] = await sellOut(period)
    const entries = []
    for (let nth = 0; nth < 4; nth++) entries.push(await join(period))
    await cancel(sold as Booking)
    const served = (await Promise.all([serve(), serve(), serve(), serve()])).flat()
    expect(served).toEqual([entries[0]?.id])
  }
})

test('offers and bookings at the same moment: a vehicle goes to one of them, and nobody waits in a circle', async () => {
  await setHolds(true)
  for (let round = 0; round < 6; round++) {
    const period = nextPeriod()
    const [sold] = await sellOut(period)
    const email = `${randomUUID()}@example.ch`
    const entry = await join(period, { email })
    await cancel(sold as Booking)
    const results = await Promise.allSettled([
      serve(),
      booked(category.vehicles[0] ?? '', period, newCustomer({ email })),
      booked(category.vehicles[0] ?? '', period, newCustomer()),
    ])
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [readRefusal(result.reason)?.code ?? String(result.reason)] : [],
    )
    expect(refused.every((code) => code === 'not_available')).toBe(true)
    expect(['waiting', 'offered', 'booked']).toContain((await look(entry)).status)
  }
  const [row] = await database.asPostgres(
    (sql) => sql`
      select (select count(*)::int from public.allocations a join public.allocations b on a.company_id = b.company_id and a.resource_id = b.resource_id
          and a.id < b.id and a.active and b.active and a.period && b.period) as overlaps,
        (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`,
  )
  expect(row).toEqual({ overlaps: 0, deadlocks: 0 })
})

test('the desk puts people on the list and takes them off; who may not is refused', async () => {
  const period = nextPeriod()
  const put = (caller: Caller, customer: Record<string, string>) =>
    database.as(caller, async (sql) => {
      const [row] = await sql`
        select public.join_waiting_list(${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz, p_customer => ${sql.json(customer)}, p_note => 'Kombi wäre gut') as id`
      return row?.id as string
    })
  const customer = { first_name: 'Beat', last_name: 'Warter', phone: '+41791112233' }
  const id = await put(staff, customer)
  expect(await refusalOf(put(viewer, customer))).toMatchObject({ code: 'forbidden' })
  expect(await refusalOf(put(staff, { first_name: 'Ohne', last_name: 'Kontakt' }))).toMatchObject({
    code: 'no_contact',
  })
  const remove = (caller: Caller) =>
    database.as(caller, (sql) => sql`select public.remove_from_waiting_list(${id})`)
  expect(await refusalOf(remove(viewer))).toMatchObject({ code: 'forbidden' })
  expect(await refusalOf(remove(other.owner))).toMatchObject({ code: 'not_found' })
  const seen = (caller: Caller) =>
    database.as(
      caller,
      async (sql) => (await sql`select status from public.waiting_list where id = ${id}`)[0]?.status,
    )
  expect(await seen(viewer)).toBe('waiting')
  expect(await seen(other.owner)).toBeUndefined()
  await remove(staff)
  expect(await seen(staff)).toBe('withdrawn')
})

test('what cannot be waited for is refused by its name', async () => {
  const period = nextPeriod()
  const joining = (changes: Partial<Period>, customer = newCustomer(), categoryId: string = category.id) =>
    refusalOf(
      database.asAnon(
        (sql) => sql`
          select public.join_waiting_list_on_site(${company.slug}, ${changes.startsAt ?? period.startsAt}::text::timestamptz,
            ${changes.endsAt ?? period.endsAt}::text::timestamptz, ${sql.json(customer)}, ${categoryId})`,
      ),
    )
  expect(await joining({ endsAt: period.startsAt })).toMatchObject({ code: 'invalid_period' })
  expect(
    await joining({ endsAt: new Date(Date.parse(period.startsAt) + 3_660 * 86_400_000).toISOString() }),
  ).toMatchObject({
    code: 'invalid_period',
  })
  expect(await joining({ startsAt: new Date(Date.now() - 86_400_000).toISOString() })).toMatchObject({
    code: 'period_in_past',
  })
  expect(await joining({}, newCustomer({ phone: '' }))).toMatchObject({ code: 'invalid_input' })
  expect(await joining({}, newCustomer(), other.vehicles[0]?.categoryId)).toMatchObject({ code: 'not_found' })
  expect((await look({ token: 'x' })) ?? null).toBeNull()
})
