import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookAtDesk, handOver } from './support/rentals.ts'

/** The rental terms, signed in the portal before the pickup: the text that was agreed, once, and provably this one. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
const slot = freeSlots(() => company)
const TERMS = { de: 'Niemand raucht im Auto.', fr: 'On ne fume pas.' }

const writeTerms = (terms: Record<string, string>) =>
  database.as(
    company.owner,
    (sql) => sql`update public.companies set terms = ${sql.json(terms)} where id = ${company.companyId}`,
  )
beforeAll(async () => {
  company = await foundRentalCompany(database, 'signed')
  other = await foundRentalCompany(database, 'unsigned')
  await writeTerms(TERMS)
})

const booked = () => bookAndPay(database, company, slot())
const shown = (token: string, language = 'de', slug = company.slug) =>
  database.asAnon(
    async (sql) => (await sql`select public.terms_by_token(${slug}, ${token}, ${language}) as it`)[0]?.it,
  )
const sign = (
  token: string,
  version: number,
  { name = 'Anna Muster', language = 'de', ip = '192.0.2.7', slug = company.slug } = {},
) =>
  database.asAnon(
    (sql) =>
      sql`select public.sign_terms_by_token(${slug}, ${token}, ${version}, ${language}, ${name}, ${ip}, 'Browser')`,
  )
const kept = (id: string) =>
  database.asPostgres((sql) => sql`select * from public.terms_signatures where reservation_id = ${id}`)

test('what is signed is the text that was read, in its language, and once, however often it is sent', async () => {
  const { id, token } = await booked()
  const before = await shown(token, 'fr')
  expect(before).toMatchObject({ text: TERMS.fr, standing: 'open', signed: null })
  await Promise.all(Array.from({ length: 5 }, () => sign(token, before.version, { language: 'fr' })))
  await sign(token, before.version, { name: 'Somebody Else' })
  const rows = await kept(id)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    name: 'Anna Muster',
    language: 'fr',
    terms_sha256: createHash('sha256').update(TERMS.fr).digest('hex'),
    ip: '192.0.2.7',
  })
  expect(await shown(token)).toMatchObject({ standing: 'signed', signed: { name: 'Anna Muster' } })
  const [portal] = await database.asAnon(
    (sql) => sql`select public.portal_by_token(${company.slug}, ${token}) ->> 'signing' as it`,
  )
  expect(portal?.it).toBe('signed')
  const change = database.asPostgres(
    (sql) => sql`update public.terms_signatures set name = 'X' where reservation_id = ${id}`,
  )
  expect(await refusalOf(change)).toMatchObject({ code: 'append_only' })
})

test('a booking keeps the terms it was made under when the company writes others', async () => {
  const { token } = await booked()
  const { version } = await shown(token)
  await writeTerms({ de: 'Neue Bedingungen.' })
  expect(await shown(token)).toMatchObject({ text: TERMS.de, version })
  expect(await refusalOf(sign(token, version + 1))).toMatchObject({ status: 409, code: 'terms_changed' })
  await sign(token, version)
  await writeTerms(TERMS)
})

test.each([
  ['no name', { name: '  ' }],
  ['one letter', { name: 'A' }],
  ['a name of two lines', { name: 'Anna\nMuster' }],
  ['a name without end', { name: 'x'.repeat(100_000) }],
  ['a language nobody speaks', { language: 'xx' }],
  ['no address', { ip: 'nowhere' }],
])('%s signs nothing', async (_, given) => {
  const { id, token } = await booked()
  const { version } = await shown(token)
  expect(await refusalOf(sign(token, version, given))).toMatchObject({ status: 422, code: 'invalid_input' })
  expect(await kept(id)).toHaveLength(0)
})

test('after the pickup, without terms, and by another company’s link nothing is signed', async () => {
  const { id, token } = await booked()
  const { version } = await shown(token)
  expect(await shown(token, 'de', other.slug)).toBeNull()
  expect(await refusalOf(sign(token, version, { slug: other.slug }))).toMatchObject({ code: 'link_expired' })
  await handOver(database, company.owner, id)
  expect(await refusalOf(sign(token, version))).toMatchObject({ code: 'checkin_closed' })
  // Without terms the site takes no bookings, but the desk does.
  await database.as(other.owner, (sql) => sql`update public.companies set terms = '{}'`)
  const silent = await bookAtDesk(database, other.owner, freeSlots(() => other)())
  const [link] = await database.asPostgres(
    (sql) => sql`
      select private.link_token(id) as token from public.access_links where reservation_id = ${silent.id}`,
  )
  expect(await shown(link?.token, 'de', other.slug)).toMatchObject({ standing: null })
})

test.each([
  ['anna  MÜSTER', true],
  ['Muster Anna', true],
  ['Beat Müller', true],
  ['Anna Mustermann', false],
  ['Wer auch immer', false],
])(
  'the desk sees under which name the terms were signed, and whether anybody is called so: %s',
  async (name, is_known) => {
    const { id, token } = await booked()
    await database.asPostgres(
      (sql) => sql`
      insert into public.drivers (company_id, customer_id, first_name, last_name)
      select company_id, customer_id, 'Béat', 'Mueller' from public.reservations where id = ${id}`,
    )
    await sign(token, (await shown(token)).version, { name })
    const seen = (by: RentalCompany) =>
      database.as(by.owner, (sql) => sql`select * from public.list_signed_terms(${[id]}::uuid[])`)
    expect(await seen(company)).toMatchObject([{ reservation_id: id, name, is_known }])
    expect(await seen(other)).toEqual([])
  },
)
