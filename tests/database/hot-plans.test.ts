import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import {
  AVAILABILITY_QUESTIONS,
  calendarPaths,
  EXPECTED_PATH,
  growingReadingsOf,
  HOT_QUESTIONS,
  multiplyRows,
  readsAll,
} from './support/hot-questions.ts'
import { bookAndPay, issueInvoice, newCustomer, periodIn } from './support/rentals.ts'

/** What screens ask all day is answered by indexes, so that it stays as quick when the tables have grown. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  await bookAndPay(database, company, {
    ...periodIn(10),
    vehicleId: vehicleOf(company, 0).id,
    customer: newCustomer(),
  })
  await issueInvoice(database, company, company.owner, {
    ...periodIn(20),
    vehicleId: vehicleOf(company, 1).id,
  })
  await database.asPostgres(
    (sql) => sql`
      insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
      select ${company.companyId}, id, tstzrange(timestamptz '2015-01-01' + make_interval(hours => 6 * nth), timestamptz '2015-01-01' + make_interval(hours => 6 * nth + 5)),
        'calendar', gen_random_uuid() from unnest(${company.vehicles.map(({ id }) => id)}::uuid[]) as id, generate_series(1, 500) as nth`,
  )
  for (const table of ['customers', 'reservations'])
    await database.asPostgres((sql) => multiplyRows(sql, table, 5_000))
  for (const table of ['allocations', 'vehicles', 'customers', 'reservations'])
    await database.vacuum(`public.${table}`)
})

const read = (question: string) => growingReadingsOf(database.url, company.owner, question)

test.each(Object.entries(AVAILABILITY_QUESTIONS))(
  '%s: the index of starts answers alone',
  async (_, question) => {
    expect(calendarPaths(await read(question))).toEqual([EXPECTED_PATH])
  },
)

test.each(Object.entries(HOT_QUESTIONS))('%s reads no growing table as a whole', async (_, question) => {
  const readings = await read(question)
  expect(readings.length).toBeGreaterThan(0)
  expect(readings.filter(readsAll)).toEqual([])
})

test('a table read as a whole is noticed', async () => {
  const readings = await read(`reset role; select count(*) from public.reservations where notes = 'x'`)
  expect(readings.filter(readsAll)).toMatchObject([{ table: 'reservations', how: 'Seq Scan' }])
})
