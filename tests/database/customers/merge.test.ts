import { beforeAll, expect, test } from 'vitest'
import { addMember } from '../support/companies.ts'
import { freshDatabase } from '../support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { refusalOf } from '../support/refusals.ts'
import { bookAndPay, issueInvoice, newCustomer, periodIn } from '../support/rentals.ts'
import { addCustomer, customerRow, fillCustomer, referencesToCustomers } from './support.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database, 'alpenmobil')
  other = await foundRentalCompany(database, 'glanzwerk')
})

const merge = (keep: string, drop: string, by = company.owner) =>
  database.as(by, (sql) => sql`select public.merge_customers(${keep}, ${drop})`)

/** How many rows of each table point at the customer. */
const pointing = (id: string) =>
  database.asPostgres(async (sql) => {
    const counts: Record<string, number> = {}
    for (const { relation, via } of await referencesToCustomers(sql)) {
      const [row] = await sql.unsafe(`select count(*)::int as n from public.${relation} where ${via} = $1`, [
        id,
      ])
      counts[`${relation}.${via}`] = row?.n
    }
    return counts
  })

/** Somebody of whom every table that can know of customers knows something. */
async function knownEverywhere(customer: Record<string, string>, vehicles: [number, number], marker: string) {
  const booking = await bookAndPay(database, company, {
    ...periodIn(30),
    vehicleId: vehicleOf(company, vehicles[0]).id,
    customer: newCustomer(customer),
  })
  const [row] = await database.asPostgres(
    (sql) => sql`select customer_id from public.reservations where id = ${booking.id}`,
  )
  const id = String(row?.customer_id)
  await issueInvoice(database, company, company.owner, {
    ...periodIn(60),
    vehicleId: vehicleOf(company, vehicles[1]).id,
    customer: newCustomer(customer),
  })
  await fillCustomer(database, company, id, marker)
  await database.asPostgres(
    (sql) => sql`
      insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin)
      values (${company.companyId}, ${id}, 100, 'CHF', 'overpayment')`,
  )
  const twin = await addCustomer(database, company.owner, newCustomer({ last_name: `Vor ${marker}` }))
  await merge(id, twin)
  return id
}

test('everything that can point at a customer goes over, whatever its table', async () => {
  const keep = await knownEverywhere({ last_name: 'Bleibt', email: 'bleibt@x.ch' }, [1, 2], 'eins')
  const drop = await knownEverywhere({ last_name: 'Geht', email: 'geht@x.ch' }, [3, 4], 'zwei')
  const before = await pointing(drop)
  // A table that is missing here has no row to prove anything with: give fillCustomer one.
  expect(Object.entries(before).filter(([, rows]) => rows === 0)).toEqual([])
  const kept = await pointing(keep)
  const [preview] = await database.as(
    company.owner,
    (sql) => sql`select public.preview_customer_merge(${keep}, ${drop}) as it`,
  )
  expect(preview?.it.moves).toMatchObject({ reservations: 2, contracts: 1, invoices: 1 })

  await merge(keep, drop)
  const after = await pointing(drop)
  expect(Object.entries(after).filter(([, rows]) => rows > 0)).toEqual([])
  const joined = await pointing(keep)
  for (const [column, rows] of Object.entries(before)) {
    // Only one account and one conversation are left; the record itself is what now leads to the kept one.
    const single = { 'customer_accounts.customer_id': 0, 'conversations.customer_id': 0 }
    const own = { ...single, 'customers.merged_into': rows + 1 }[column] ?? rows
    expect([column, joined[column]]).toEqual([column, (kept[column] ?? 0) + own])
  }
  expect(await customerRow(database, keep)).toMatchObject(
    preview?.it.merged.name ? { name: preview.it.merged.name } : {},
  )
  expect(await customerRow(database, drop)).toMatchObject({ merged_into: keep })
})

test('cost centres with the same code become one, and reservations follow', async () => {
  const firm = (name: string) => addCustomer(database, company.owner, { kind: 'firm', firm_name: name })
  const [keep, drop] = [await firm('Bau AG'), await firm('Bau AG Zürich')]
  const { startsAt, endsAt } = periodIn(100)
  const [centre, reservation] = await database.as(company.owner, async (sql) => {
    await sql`insert into public.cost_centres (company_id, customer_id, code) values (${company.companyId}, ${keep}, '100')`
    const [c] =
      await sql`insert into public.cost_centres (company_id, customer_id, code) values (${company.companyId}, ${drop}, '100') returning id`
    const [r] = await sql`
      select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 5).id}, p_customer_id => ${drop},
        p_account => ${sql.json({ cost_centre_id: c?.id })}) ->> 'id' as id`
    return [c, r]
  })
  await merge(keep, drop)
  const [row] = await database.asPostgres(
    (sql) => sql`
    select c.id, c.customer_id from public.reservation_accounts a join public.cost_centres c on c.id = a.cost_centre_id where a.reservation_id = ${reservation?.id}`,
  )
  expect(row?.customer_id).toBe(keep)
  expect(row?.id).not.toBe(centre?.id)
})

test('what one knows completes what the other does; an address is one or the other, a block stays', async () => {
  const keep = await addCustomer(database, company.owner, {
    ...newCustomer({ last_name: 'Halb', first_name: 'Rita', email: 'rita@halb.ch', phone: '' }),
    phone: null,
    tags: ['A'],
    notes: 'Alt',
  })
  const drop = await addCustomer(database, company.owner, {
    ...newCustomer({ last_name: 'Halb', first_name: 'R.', email: 'r@halb.ch', phone: '+41791234000' }),
    street: 'Gasse',
    town: 'Bern',
    country: 'DE',
    nationality: 'IT',
    tags: ['B'],
    notes: 'Neu',
  })
  await database.as(company.owner, (sql) => sql`select public.set_customer_blocked(${drop}, 'Schulden')`)
  await merge(keep, drop)
  expect(await customerRow(database, keep)).toMatchObject({
    first_name: 'Rita',
    email: 'rita@halb.ch',
    phone: '+41791234000',
    street: 'Gasse',
    town: 'Bern',
    country: 'DE',
    nationality: 'IT',
    tags: ['A', 'B'],
    notes: 'Alt\nNeu',
    blocked_reason: 'Schulden',
  })
})

test('a merge is for those who lead, of customers of their own, of one kind, and of two', async () => {
  const keep = await addCustomer(database, company.owner, newCustomer({ last_name: 'Ich' }))
  const drop = await addCustomer(database, company.owner, newCustomer({ last_name: 'Du' }))
  const firm = await addCustomer(database, company.owner, { kind: 'firm', firm_name: 'Wir AG' })
  const theirs = await addCustomer(database, other.owner, newCustomer())
  const staff = await addMember(database, company.companyId, 'staff')
  expect(await refusalOf(merge(keep, drop, staff))).toMatchObject({ status: 403 })
  expect(await refusalOf(merge(keep, theirs))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(merge(keep, keep))).toMatchObject({ code: 'invalid_input' })
  expect(await refusalOf(merge(keep, firm))).toMatchObject({ code: 'merge_kinds_differ' })
  await merge(keep, drop)
  expect(await refusalOf(merge(keep, drop))).toMatchObject({ code: 'not_found' })
})

test('merges and bookings at the same moment leave nothing behind at a record that is gone', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      addCustomer(database, company.owner, newCustomer({ last_name: `Lauf ${n}`, phone: `+4179555000${n}` })),
    ),
  )
  const [keep, ...drops] = people as [string, ...string[]]
  const work = drops.flatMap((drop, n) => [
    merge(keep, drop),
    merge(drop, keep),
    ...[0, 1, 2].map((nth) => {
      const { startsAt, endsAt } = periodIn(120 + nth * 5)
      return database.as(
        company.owner,
        (sql) => sql`
        select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 10 + n).id}, p_customer_id => ${drop})`,
      )
    }),
  ])
  const outcomes = await Promise.allSettled(work)
  const faults = outcomes.flatMap((one) =>
    one.status === 'rejected' && one.reason.message !== 'not_found' ? [one.reason.message] : [],
  )
  expect(faults).toEqual([])
  const [stray] = await database.asPostgres(
    (sql) => sql`
    select count(*)::int as n from public.reservations r join public.customers c on c.id = r.customer_id where c.merged_into is not null`,
  )
  expect(stray?.n).toBe(0)
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(15)
})

test('likenesses are found while somebody is being entered, and between those who are there', async () => {
  const fresh = await foundRentalCompany(database)
  const add = (fields: Record<string, string | null>) =>
    addCustomer(database, fresh.owner, { first_name: 'Anna', last_name: 'Muster', ...fields })
  const first = await add({ email: 'anna.muster@gmail.com', phone: '+41791112222', birth_date: '1990-05-01' })
  const second = await add({ first_name: 'Ana', email: 'annamuster+miete@googlemail.com' })
  const third = await add({ first_name: 'Annah', phone: '+41791112222' })
  await add({ first_name: 'Beat', phone: '+41791112222' })
  await add({ first_name: 'Anna', birth_date: '1971-01-01', email: 'andere@x.ch' })

  const [hint] = await database.as(
    fresh.owner,
    (sql) =>
      sql`select public.similar_customers('{"first_name": "Änna", "last_name": "muster", "phone": "+410791112222"}') as it`,
  )
  expect(hint?.it.map(({ id }: { id: string }) => id).sort()).toEqual([first, third].sort())

  const pairs = async () => {
    const [row] = await database.as(fresh.owner, (sql) => sql`select public.possible_duplicates() as it`)
    return row?.it.map((pair: { first: { id: string }; second: { id: string } }) => [
      pair.first.id,
      pair.second.id,
    ])
  }
  expect((await pairs()).sort()).toEqual(
    [
      [first, second],
      [first, third],
    ].sort(),
  )
  await database.as(fresh.owner, (sql) => sql`select public.keep_customers_apart(${third}, ${first})`)
  expect(await pairs()).toEqual([[first, second]])
})
