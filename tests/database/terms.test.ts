import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, startPickup } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
})

const slot = freeSlots(() => company)
const write = (terms: Record<string, string>) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`update public.companies set terms = ${sql.json(terms)} returning terms_version`
    return row?.terms_version as number
  })

test('the first terms are version 1, other terms another version; the same terms and other settings are not', async () => {
  const [opened] = await database.as(company.owner, (sql) => sql`select terms_version from public.companies`)
  expect(opened?.terms_version).toBe(1)
  const first = await write({ de: 'Andere Fassung' })
  expect(first).toBe(2)
  expect(await write({ de: 'Zweite Fassung' })).toBe(first + 1)
  expect(await write({ de: 'Zweite Fassung' })).toBe(first + 1)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`update public.companies set phone = '+41 44 111 22 33' returning terms_version`,
  )
  expect(row?.terms_version).toBe(first + 1)
})

test('a reservation keeps the version it was made under, and its contract prints that text', async () => {
  const agreed = await write({ de: 'Was vereinbart ist' })
  const booking = await bookAndPay(database, company, slot())
  await write({ de: 'Was später gilt' })
  const [contract] = await database.as(company.owner, async (sql) => {
    const { contractId } = await startPickup(sql, booking.id)
    return sql`
      select c.terms, c.terms_version, r.terms_version as booked from public.contracts c
      join public.reservations r on r.id = c.reservation_id where c.id = ${contractId}`
  })
  expect(contract).toEqual({ terms: 'Was vereinbart ist', terms_version: agreed, booked: agreed })
})

test('nobody agrees to terms that do not exist', async () => {
  const book = () => database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  await write({})
  expect(await refusalOf(book())).toMatchObject({ status: 409, code: 'booking_refused' })
  await write({ de: 'Wer tankt, fährt.' })
  const { id } = await book()
  const agreed = await database.asPostgres(
    (sql) => sql`
      select c.kind from public.consents c join public.reservations r on r.company_id = c.company_id and r.customer_id = c.customer_id
      where r.id = ${id}`,
  )
  expect(agreed.map(({ kind }) => kind)).toEqual(['terms'])
})

test('two who save other terms at once make two versions', async () => {
  const before = await write({ de: 'Davor' })
  const made = await Promise.all([write({ de: 'Von links' }), write({ de: 'Von rechts' })])
  expect(made.toSorted((a, b) => a - b)).toEqual([before + 1, before + 2])
})

test('nobody sets the version, rewrites an old text or reads another company’s', async () => {
  const manager = await addMember(database, company.companyId, 'manager')
  const asManager = (work: Parameters<typeof database.as>[1]) => refusalOf(database.as(manager, work))
  expect(await asManager((sql) => sql`update public.companies set terms_version = 99`)).toMatchObject({
    status: 403,
  })
  expect(await asManager((sql) => sql`update public.terms_versions set terms = '{}'`)).toMatchObject({
    status: 403,
  })
  await expect(
    database.asPostgres((sql) => sql`update public.terms_versions set terms = '{}'`),
  ).rejects.toThrow('append_only')
  const seen = await database.as(
    other.owner,
    (sql) => sql`select version from public.terms_versions where company_id = ${company.companyId}`,
  )
  expect(seen).toHaveLength(0)
})
