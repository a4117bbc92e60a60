import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'

/** Where a company's places can be. */
const database = freshDatabase()
let company: RentalCompany
let mapped: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  mapped = await foundRentalCompany(database)
})

const put = (postalCode: string | null) =>
  database.as(company.owner, (sql) => sql`update public.locations set postal_code = ${postalCode}`)

test('a place of a Swiss company has a postcode of Switzerland or Liechtenstein, or none yet', async () => {
  for (const code of ['1000', '8002', '9490', '9699', null]) await put(code)
  for (const code of ['999', '0800', '9700', '10000', '80a2', '', ' 8002', '８００２'])
    expect(await refusalOf(put(code)), String(code)).toMatchObject({ status: 422, code: 'invalid_input' })
})

test('so has the company; abroad other codes are in use', async () => {
  const refused = await database
    .as(company.owner, (sql) => sql`update public.companies set postal_code = '99999'`)
    .catch((error: { code: string }) => error.code)
  expect(refused).toBe('23514')
  await database.asPostgres(
    (sql) =>
      sql`update public.companies set country = 'DE', postal_code = '79539' where id = ${company.companyId}`,
  )
  await put('79539')
})

/** The place's point and the look-ups of its address that wait, newest last. */
async function place(id: string) {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select l.latitude, l.longitude, l.point_by_hand,
        coalesce((select jsonb_agg(o.payload -> 'address' order by o.created_at, o.run_at, o.key) from public.outbox o
          where o.company_id = l.company_id and o.topic = 'location.locate' and o.payload ->> 'location_id' = l.id::text), '[]') as looked_up
      from public.locations l where l.id = ${id}`,
  )
  return row as {
    latitude: number | null
    longitude: number | null
    point_by_hand: boolean
    looked_up: object[]
  }
}

const zollstrasse = { street: 'Zollstrasse', house_number: '42', postal_code: '8005', town: 'Zürich' }
const found = { ...zollstrasse, country: 'CH' }

async function openPlace(address: Partial<typeof zollstrasse> = zollstrasse): Promise<string> {
  const [row] = await database.as(
    mapped.owner,
    (sql) =>
      sql`insert into public.locations ${sql({ company_id: mapped.companyId, name: `Ort ${randomUUID()}`, ...address })} returning id`,
  )
  return row?.id
}

const change = (id: string, columns: Record<string, string | number | boolean | null>) =>
  database.as(mapped.owner, (sql) => sql`update public.locations set ${sql(columns)} where id = ${id}`)

const note = (id: string, address: object) =>
  database.asService(
    (sql) =>
      sql`select public.note_location_point(${mapped.companyId}, ${id}, ${sql.json(address as never)}, 47.378, 8.54) as kept`,
  )

test('an address is looked up when a place is opened, and its point is kept', async () => {
  const id = await openPlace()
  expect(await place(id)).toMatchObject({ latitude: null, looked_up: [found] })
  expect(await note(id, found)).toMatchObject([{ kept: true }])
  expect(await place(id)).toMatchObject({
    latitude: 47.378,
    longitude: 8.54,
    point_by_hand: false,
    looked_up: [found],
  })
  await change(id, { ...zollstrasse, name: `Anders ${id}` })
  expect(await place(id)).toMatchObject({ latitude: 47.378, looked_up: [found] })
})

test('a new address takes the point away and is looked up; what was found for the old one comes too late', async () => {
  const id = await openPlace()
  await note(id, found)
  await change(id, { house_number: '43' })
  expect(await place(id)).toMatchObject({
    latitude: null,
    looked_up: [found, { ...found, house_number: '43' }],
  })
  expect(await note(id, found)).toMatchObject([{ kept: false }])
  expect((await place(id)).latitude).toBeNull()
})

test('a point given by hand stays until it is taken back', async () => {
  const id = await openPlace()
  await change(id, { latitude: 46.5, longitude: 7.5, point_by_hand: true })
  expect(await note(id, found)).toMatchObject([{ kept: false }])
  await change(id, { street: 'Langstrasse', point_by_hand: true })
  expect(await place(id)).toMatchObject({ latitude: 46.5, point_by_hand: true, looked_up: [found] })
  await change(id, { point_by_hand: false })
  expect(await place(id)).toMatchObject({
    latitude: null,
    looked_up: [found, { ...found, street: 'Langstrasse' }],
  })
})

test('without a street nothing is looked up, and no point is anywhere but on earth', async () => {
  const id = await openPlace({ town: 'Zürich' })
  expect((await place(id)).looked_up).toEqual([])
  const codeOf = (columns: Parameters<typeof change>[1]) =>
    change(id, columns).catch((error: { code: string }) => error.code)
  expect(await codeOf({ latitude: 91, longitude: 8, point_by_hand: true })).toBe('23514')
  expect(await codeOf({ latitude: 47, longitude: null, point_by_hand: true })).toBe('23514')
  expect(await codeOf({ point_by_hand: true })).toBe('23514')
})
