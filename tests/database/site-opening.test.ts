import { beforeEach, expect, test } from 'vitest'
import { connectAccount, type FoundedCompany, foundCompany, openSite } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { fleetRows } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAtDesk, bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

/** A booking site takes bookings and deposits once visitors can read who offers what, where and on which terms; not before. */
const database = freshDatabase()
let company: FoundedCompany
let vehicleId: string

beforeEach(async () => {
  company = await foundCompany(database)
  await connectAccount(database, company, `acct_${company.companyId}`)
  await database.as(company.owner, async (sql) => {
    await sql`select public.import_fleet(${sql.json(fleetRows().slice(0, 2))})`
    const [row] = await sql`select id from public.vehicles limit 1`
    vehicleId = row?.id
  })
})

const standing = async () => {
  const [row] = await database.asAnon((sql) => sql`select public.site_company(${company.slug}) as site`)
  const { accepts_bookings, is_opening } = row?.site ?? {}
  return { accepts_bookings, is_opening }
}
const book = () =>
  database.asAnon((sql) => bookOnSite(sql, company.slug, { vehicleId, ...periodIn(5), locale: 'de' }))
const wait = () =>
  database.asAnon((sql) => {
    const { startsAt, endsAt } = periodIn(5)
    return sql`select public.join_waiting_list_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${sql.json(newCustomer())})`
  })
const write = (change: string) => database.as(company.owner, (sql) => sql.unsafe(change))

const OPENING = { accepts_bookings: false, is_opening: true }
const OPEN = { accepts_bookings: true, is_opening: false }
const REFUSED = { status: 409, code: 'booking_refused', details: {} }

test('a company that has only signed up and imported its fleet opens soon: nobody books or waits, and no deposit is asked for', async () => {
  expect(await standing()).toEqual(OPENING)
  expect(await refusalOf(book())).toEqual(REFUSED)
  expect(await refusalOf(wait())).toEqual(REFUSED)
  const left = await database.asPostgres(
    (sql) => sql`select id from public.payments where company_id = ${company.companyId}`,
  )
  expect(left).toHaveLength(0)
})

test('its desk works meanwhile', async () => {
  const booking = await bookAtDesk(database, company.owner, { vehicleId, ...periodIn(5) })
  expect(booking.status).toBe('confirmed')
})

test('the site opens with the last thing it lacks', async () => {
  await openSite(database, company)
  expect(await standing()).toEqual(OPEN)
  expect(await book()).toMatchObject({ status: 'pending', payment: { status: 'pending' } })
})

test.each([
  ['address', `update public.companies set street = null`],
  ['an address that is but a space', `update public.companies set town = ' '`],
  ['e-mail', `update public.companies set email = null`],
  ['UID of who is registered for VAT', `update public.companies set uid_number = null`],
  ['terms in the company’s language', `update public.companies set terms = '{"en": "Drive well."}'`],
  ['place with an address', `update public.locations set town = null`],
  ['place with opening hours', `update public.locations set opening_hours = '{}'`],
  ['place in use', `update public.locations set active = false`],
])('without %s it takes no booking', async (_, change) => {
  await openSite(database, company)
  await write(change)
  expect(await standing()).toEqual(OPENING)
  expect(await refusalOf(book())).toEqual(REFUSED)
})

test('whoever is not registered for VAT needs no UID, and a key box no opening hours', async () => {
  await openSite(database, company)
  await write(`update public.companies set vat_registered = false, uid_number = null`)
  await write(`update public.locations set opening_hours = '{}', key_box = true`)
  expect(await standing()).toEqual(OPEN)
})

test('without any price it takes no booking', async () => {
  await openSite(database, company)
  await database.asPostgres((sql) => sql`delete from public.rates where company_id = ${company.companyId}`)
  expect(await standing()).toEqual(OPENING)
})

test('who waits is offered nothing while the site on which it is taken up is closed', async () => {
  await openSite(database, company)
  await wait()
  const serve = async () => {
    const [row] = await database.asService(
      (sql) => sql`select public.serve_waiting_list(${company.companyId}) as entry`,
    )
    return row?.entry
  }
  await write(`update public.companies set terms = '{}'`)
  expect(await serve()).toBeNull()
  await openSite(database, company)
  expect(await serve()).not.toBeNull()
})

test('the site knows the holidays of each place, and what cancelling costs', async () => {
  const [place] = await database.as(company.owner, async (sql) => {
    await sql`update public.companies set cancellation_policy = ${sql.json([{ hours: 48, percent: 50 }])}`
    const rows = await sql`select id, name from public.locations where active order by name`
    await sql`insert into public.closed_days ${sql([
      { company_id: company.companyId, location_id: null, day: inDays(10), name: 'Betriebsferien' },
      { company_id: company.companyId, location_id: rows[0]?.id, day: inDays(5), name: 'Knabenschiessen' },
      { company_id: company.companyId, location_id: null, day: inDays(-20), name: 'Vorbei' },
    ])}`
    return rows
  })
  const [row] = await database.asAnon((sql) => sql`select public.site_company(${company.slug}) as site`)
  expect(row?.site.cancellation_policy).toEqual([{ hours: 48, percent: 50 }])
  const holidaysOf = Object.fromEntries(
    row?.site.locations.map(({ name, holidays }: { name: string; holidays: object[] }) => [name, holidays]),
  )
  const all = { day: inDays(10), name: 'Betriebsferien' }
  expect(holidaysOf[place?.name]).toEqual([{ day: inDays(5), name: 'Knabenschiessen' }, all])
  for (const [name, holidays] of Object.entries(holidaysOf))
    if (name !== place?.name) expect(holidays).toEqual([all])
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
