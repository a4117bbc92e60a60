import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, periodIn } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller
let colleague: Caller
let viewer: Caller
let technician: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  colleague = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
  technician = await addMember(database, company.companyId, 'technician')
})

const book = (place: number) =>
  database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { ...periodIn(10), vehicleId: vehicleOf(company, place).id }),
  )

const tag = (caller: Caller, list: string, ids: string[], add: string[], remove: string[] = []) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.tag_records(${list}, ${ids}, ${add}, ${remove}) as outcomes`
    return row?.outcomes as { id: string; code?: string }[]
  })

const saveView = (caller: Caller, name: string, query: string, shared = false) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.save_view('reservations', ${name}, ${query}, ${shared}) as id`
    return row?.id as string
  })

const viewsSeenBy = (caller: Caller) =>
  database.as(caller, (sql) => sql`select name, query from public.saved_views order by name`)

test('a list shows the company’s records to those who may see them, and nothing of another company', async () => {
  const booking = await book(0)
  const seenBy = (caller: Caller) =>
    database.as(caller, async (sql) => [
      ...(await sql`select number, customer_name, plate from public.reservation_list`),
    ])
  expect(await seenBy(viewer)).toContainEqual({
    number: booking.number,
    customer_name: 'Anna Muster',
    plate: expect.any(String),
  })
  expect(await seenBy(technician)).toEqual([])
  expect(await seenBy(other.owner)).toEqual([])
})

test.each([
  ['Zoé Müller', ['zoé', 'zoe', 'Müller', 'muller', 'mueller', 'MÜLLER'], ['moller', 'zoa']],
  ['Đorđe Škrtić', ['škrtić', 'skrtic', 'dorde'], ['xkrtic']],
  ['Anna Muster', ['anna', 'MUSTER'], ['zoe']],
])('%s is found however the name is typed', async (name, typed, other) => {
  await database.as(company.owner, async (sql) => {
    const [first, last] = name.split(' ')
    await sql`select public.create_customer(${sql.json({ kind: 'person', first_name: first, last_name: last, email: `${Math.random()}@example.ch` } as never)})`
    const found = async (word: string) =>
      (await sql`select 1 from public.customer_list where name = ${name} and searched ilike ${`%${word}%`}`)
        .length > 0
    for (const word of typed) expect([word, await found(word)]).toEqual([word, true])
    for (const word of other) expect([word, await found(word)]).toEqual([word, false])
  })
})

test('everything that a list sorts by has a value in every row', async () => {
  await book(1)
  const nulls = await database.as(
    company.owner,
    (sql) => sql`
      select key from (select to_jsonb(r) as row from public.reservation_list r
        union all select to_jsonb(v) - 'color' from public.vehicle_list v
        union all select to_jsonb(c) from public.customer_list c) as rows, jsonb_each(row)
      where value = 'null'`,
  )
  expect([...nulls]).toEqual([])
})

test('tags are put on and taken off; each row says what it came to', async () => {
  const booking = await book(2)
  const foreign = await database.asAnon((sql) =>
    bookOnSite(sql, other.slug, { ...periodIn(10), vehicleId: vehicleOf(other, 0).id }),
  )
  const outcomes = await tag(staff, 'reservations', [booking.id, foreign.id], [' VIP ', 'Hund', 'VIP'])
  expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set([undefined, 'not_found']))
  expect(outcomes.find(({ id }) => id === foreign.id)?.code).toBe('not_found')
  await tag(staff, 'reservations', [booking.id], [], ['Hund'])
  const tagsOf = (id: string) =>
    database.asPostgres(
      async (sql) => (await sql`select tags from public.reservations where id = ${id}`)[0]?.tags,
    )
  expect(await tagsOf(booking.id)).toEqual(['VIP'])
  expect(await tagsOf(foreign.id)).toEqual([])
  const used = await database.as(viewer, (sql) => sql`select public.list_tags('reservations') as tags`)
  expect(used[0]?.tags).toEqual(['VIP'])
})

test('a row that has too many tags is refused, the others are not', async () => {
  const full = await book(3)
  const empty = await book(4)
  await tag(
    staff,
    'reservations',
    [full.id],
    Array.from({ length: 20 }, (_, place) => `t${place}`),
  )
  expect(await tag(staff, 'reservations', [full.id, empty.id], ['one more'])).toEqual(
    expect.arrayContaining([{ id: full.id, code: 'too_many_tags' }, { id: empty.id }]),
  )
})

test.each([
  ['a list that has no tags', 'invoices', ['x'], 422],
  ['an empty tag', 'reservations', ['  '], 422],
  ['a tag over two lines', 'reservations', ['a\nb'], 422],
  ['a tag too long', 'reservations', ['x'.repeat(41)], 422],
])('%s is refused', async (_, list, add, status) => {
  const { id } = await book(5 + Math.floor(Math.random() * 30)).catch(() => ({ id: crypto.randomUUID() }))
  expect(await refusalOf(tag(staff, list, [id], add))).toMatchObject({ status })
})

test('who may only look puts no tags on anything', async () => {
  const booking = await book(36)
  for (const caller of [viewer, technician])
    expect(await refusalOf(tag(caller, 'reservations', [booking.id], ['x']))).toMatchObject({ status: 403 })
  expect(await refusalOf(tag(staff, 'vehicles', [vehicleOf(company, 0).id], ['x']))).toMatchObject({
    status: 403,
  })
})

test('a view is one’s own until it is shared; the same name takes the new state', async () => {
  await saveView(staff, 'Diese Woche', 'period=week')
  await saveView(staff, 'Diese Woche', 'period=week&sort=-total')
  const shared = await saveView(staff, 'Unbezahlt', 'status=pending', true)
  expect([...(await viewsSeenBy(staff))]).toEqual([
    { name: 'Diese Woche', query: 'period=week&sort=-total' },
    { name: 'Unbezahlt', query: 'status=pending' },
  ])
  expect([...(await viewsSeenBy(colleague))]).toEqual([{ name: 'Unbezahlt', query: 'status=pending' }])
  expect([...(await viewsSeenBy(other.owner))]).toEqual([])

  const remove = (caller: Caller) => database.as(caller, (sql) => sql`select public.delete_view(${shared})`)
  for (const caller of [colleague, viewer, other.owner])
    expect(await refusalOf(remove(caller))).toMatchObject({ status: 404 })
  await remove(company.owner)
  expect(await refusalOf(remove(staff))).toMatchObject({ status: 404 })
})

test('a view of nothing, without a name or without end is refused', async () => {
  expect(await refusalOf(saveView(staff, '  ', 'q=x'))).toMatchObject({ status: 422 })
  expect(await refusalOf(saveView(staff, 'x', 'q'.repeat(2_001)))).toMatchObject({ status: 422 })
  const unknown = database.as(staff, (sql) => sql`select public.save_view('secrets', 'x', 'q=x')`)
  expect(await refusalOf(unknown)).toMatchObject({ status: 422 })
  expect(await refusalOf(saveView(technician, 'x', 'q=x'))).toMatchObject({ status: 403 })
})
