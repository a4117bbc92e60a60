import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookAtDesk, bookOnSite } from './support/rentals.ts'

/** Guides: told section by section when it is time, pictures and key box likewise. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let photo: string
const slot = freeSlots(() => company)

const section = (key: string, more: Record<string, JSONValue> = {}) => ({
  key,
  titles: { de: `Titel ${key}` },
  texts: { de: `Text ${key}` },
  photo_ids: [],
  paid: false,
  ...more,
})

beforeAll(async () => {
  company = await foundRentalCompany(database, 'guided')
  other = await foundRentalCompany(database, 'unguided')
  photo = await addPhoto(company)
  await saveGuide([
    section('way', { photo_ids: [photo], video_url: 'https://film.example/way' }),
    section('key', { paid: true, hours_before: 24 }),
    section('wifi', { paid: true }),
  ])
})

async function addPhoto({ companyId, owner }: RentalCompany): Promise<string> {
  return database.as(owner, async (sql) => {
    const path = `${companyId}/guides/${randomUUID()}.jpg`
    const [row] = await sql`select public.add_guide_photo(${path}, 10, 10, 100) as id`
    return String(row?.id)
  })
}

const saveGuide = (sections: JSONValue, by = company.owner, id: string | null = null) =>
  database.as(by, async (sql) => {
    const [row] = await sql`
      select public.save_guide('{"de": "Anleitung"}', ${sql.json(sections)}, '{}', true, ${id}) as id`
    return String(row?.id)
  })

const guide = (token: string, slug = company.slug) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.guide_by_token(${slug}, ${token}) as it`
    return row?.it
  })

const keysOf = (sections: { key: string }[]) => sections.map(({ key }) => key)

/** A rental that begins so many hours from now, at the desk's price and confirmed. */
async function beginsIn(hours: number): Promise<{ id: string; token: string }> {
  const startsAt = new Date(Date.now() + hours * 3_600_000)
  const booking = await bookAtDesk(database, company.owner, {
    vehicleId: slot().vehicleId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 86_400_000).toISOString(),
  })
  return database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.private_link(${booking.id}) ->> 'token' as token`
    return { id: booking.id, token: String(row?.token) }
  })
}

test('what waits for its time is told by its title alone, and when it will be', async () => {
  const booking = await bookAndPay(database, company, slot())
  const told = await guide(booking.token)
  expect(keysOf(told.sections)).toEqual(['way', 'wifi'])
  expect(told.sections[0]).toMatchObject({ video_url: 'https://film.example/way' })
  expect(told.later).toMatchObject([{ key: 'key', paid: false, titles: { de: 'Titel key' } }])
  expect(JSON.stringify(told)).not.toContain('Text key')
})

test('an unpaid booking has no guide at all, and what is only for who has paid waits', async () => {
  const unpaid = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  expect(await guide(unpaid.token)).toBeNull()
  const { token } = await beginsIn(40)
  expect((await guide(token)).later).toMatchObject([
    { key: 'key', paid: true },
    { key: 'wifi', paid: true },
  ])
})

test('the key box stands in the guide a day before a pickup outside opening hours, and not before', async () => {
  const box = (on: boolean) =>
    database.as(
      company.owner,
      (sql) => sql`
        update public.locations set key_box = ${on}, key_box_code = '4711', opening_hours = '{}' where company_id = ${company.companyId}`,
    )
  await box(true)
  const [soon, later] = [await beginsIn(20), await beginsIn(30)]
  expect((await guide(soon.token)).key_box).toMatchObject({ code: '4711' })
  expect((await guide(later.token)).key_box).toBeNull()
  await box(false)
  expect((await guide(soon.token)).key_box).toBeNull()
  // A site without a place that opens takes no bookings, which later tests make.
  await box(true)
})

test('a picture is read by who may read its section, and by nobody else', async () => {
  const path = (companyId: string, reservationId: string) =>
    database.asService(async (sql) => {
      const [row] =
        await sql`select public.guide_photo_path(${companyId}, ${reservationId}, ${photo}) as path`
      return row?.path
    })
  const booking = await bookAndPay(database, company, slot())
  expect(await path(company.companyId, booking.id)).toContain(`${company.companyId}/guides/`)
  expect(await path(other.companyId, booking.id)).toBeNull()
  const unpaid = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  expect(await path(company.companyId, unpaid.id)).toBeNull()
})

test.each([
  ['no sections', []],
  ['a key twice', [section('a'), section('a')]],
  ['a film that is none', [section('a', { video_url: 'javascript:alert(1)' })]],
  ['a section without words', [section('a', { texts: {} })]],
  ['more than it may carry', [section('a', { html: '<b>' })]],
  ['a picture that is no id', [section('a', { photo_ids: ['../x'] })]],
  ['no list', { a: 1 }],
])('a guide with %s is refused', async (_, sections) => {
  expect(await refusalOf(saveGuide(sections as JSONValue))).toMatchObject({ code: 'invalid_input' })
})

test('guides are written by those who may, with their own pictures only', async () => {
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(saveGuide([section('a')], viewer))).toMatchObject({ code: 'forbidden' })
  const foreign = await addPhoto(other)
  expect(await refusalOf(saveGuide([section('a', { photo_ids: [foreign] })]))).toMatchObject({
    code: 'not_found',
  })
  expect(await refusalOf(saveGuide([section('a')], company.owner, randomUUID()))).toMatchObject({
    code: 'not_found',
  })
  expect(await guide('f'.repeat(64))).toBeNull()
})
