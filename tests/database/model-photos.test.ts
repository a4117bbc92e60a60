import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite } from './support/rentals.ts'

/** The photo of a model: shown with every vehicle of it, wherever customers see one, and of this company alone. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database, 'pictured')
  other = await foundRentalCompany(database, 'unpictured')
})

interface Seen {
  make: string
  model: string
  photo: { file: string; company_id: string } | null
}
const offersOf = (by: RentalCompany) =>
  database.asAnon(async (sql) => {
    const [row] =
      await sql`select public.search_availability_on_site(${by.slug}, now() + interval '300 days', now() + interval '302 days') as it`
    return row?.it as Seen[]
  })
const put = (vehicleId: string, file: string | null, by = company, width = 1280) =>
  database.as(by.owner, (sql) => sql`select public.set_model_photo(${vehicleId}, ${file}, ${width}, 800)`)

test('a photo put to one vehicle is seen with all of its model, in results, categories and bookings, until it is taken away', async () => {
  const period = slot()
  const [vehicle] = await database.asPostgres(
    (sql) => sql<{ make: string; model: string; category_id: string }[]>`
      select make, model, category_id from public.vehicles where id = ${period.vehicleId}`,
  )
  const file = randomUUID()
  await put(period.vehicleId, file)
  const same = ({ make, model }: Seen) => make === vehicle?.make && model === vehicle?.model
  const offers = await offersOf(company)
  expect(offers.filter(same).length).toBeGreaterThan(1)
  expect(offers.every((one) => (one.photo?.file === file) === same(one))).toBe(true)
  expect((await offersOf(other)).every(({ photo }) => photo === null)).toBe(true)

  const site = await database.asAnon(
    async (sql) => (await sql`select public.site_company(${company.slug}) as it`)[0]?.it,
  )
  const category = site.categories.find(({ id }: { id: string }) => id === vehicle?.category_id)
  expect(category.photo).toMatchObject({ file, company_id: company.companyId })
  const booking = await database.asAnon(async (sql) => {
    const { token } = await bookOnSite(sql, company.slug, period)
    const [row] = await sql`select public.booking_by_token(${company.slug}, ${token}) as it`
    return row?.it
  })
  expect(booking.vehicle.photo).toMatchObject({ file })

  await put(period.vehicleId, null)
  expect((await offersOf(company)).every(({ photo }) => photo === null)).toBe(true)
})

test('another company’s vehicle, a made-up file and a size of nothing are refused', async () => {
  const theirs = other.vehicles[0]?.id ?? ''
  expect(await refusalOf(put(theirs, randomUUID()))).toMatchObject({ code: 'not_found' })
  const own = slot().vehicleId
  expect(await refusalOf(put(own, '../../secret'))).toMatchObject({ status: 422 })
  expect(await refusalOf(put(own, randomUUID(), company, 0))).toMatchObject({ status: 422 })
})
