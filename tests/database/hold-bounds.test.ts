import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

/** Who calls the booking function by themselves, past the site and its limits. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const hold = (place: number, daysAhead: number, email?: string) =>
  database.asAnon((sql) =>
    bookOnSite(sql, company.slug, {
      ...periodIn(daysAhead),
      vehicleId: vehicleOf(company, place).id,
      customer: newCustomer(email ? { email } : {}),
    }),
  )

test('nothing is held without consent', async () => {
  const { startsAt, endsAt } = periodIn(10)
  const call = (accepts: boolean | null) =>
    refusalOf(
      database.asAnon(
        (sql) => sql`
          select public.book_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${sql.json(newCustomer())}, ${vehicleOf(company, 0).id},
            p_accepts_terms => ${accepts})`,
      ),
    )
  expect(await call(false)).toMatchObject({ status: 422, code: 'consent_missing' })
  expect(await call(null)).toMatchObject({ status: 422, code: 'consent_missing' })
})

test('an address has five unpaid holds at most, however it is written; paid ones do not count', async () => {
  for (const place of [0, 1, 2, 3, 4]) await hold(place, 20 + 5 * place, 'vera.vogel@example.ch')
  expect(await refusalOf(hold(5, 60, 'Vera.Vogel@example.ch'))).toMatchObject({
    status: 429,
    code: 'too_many_holds',
  })
  await database.asPostgres(
    (sql) => sql`
      update public.allocations set expires_at = now() - interval '1 second' where source_id = (
        select r.id from public.reservations r join public.customers c on c.company_id = r.company_id and c.id = r.customer_id
        where c.email = 'vera.vogel@example.ch' limit 1)`,
  )
  await bookAndPay(database, company, { ...periodIn(65), vehicleId: vehicleOf(company, 6).id })
  expect(await hold(5, 60, 'vera.vogel@example.ch')).toMatchObject({ status: 'pending' })
})

test('a script with many addresses holds half the fleet for a time at most; the desk still has the rest', async () => {
  const free = Array.from({ length: 22 }, (_, nth) => 10 + nth)
  const outcomes: (string | number)[] = []
  for (const place of free) {
    outcomes.push(
      await hold(place, 120).then(
        () => 'held',
        async (thrown) => (await refusalOf(Promise.reject(thrown))).status,
      ),
    )
  }
  expect(outcomes).toEqual([...Array(20).fill('held'), 429, 429])
  expect(await hold(39, 140)).toMatchObject({ status: 'pending' })
  const { startsAt, endsAt } = periodIn(120)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 38).id}, p_customer => ${sql.json(newCustomer())}) ->> 'status' as status`,
  )
  expect(row?.status).toBe('confirmed')
})
