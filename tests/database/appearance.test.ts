import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type FoundedCompany as Company, foundCompany } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { refusalOf } from './support/refusals.ts'

/** How a company looks to its customers: its words, pictures and addresses, and what of it anybody may know. */
const database = freshDatabase()
let company: Company
let other: Company

beforeAll(async () => {
  company = await foundCompany(database, 'painted')
  other = await foundCompany(database, 'plain')
})

const change = (columns: Record<string, unknown>, by = company) =>
  database.as(by.owner, async (sql) => {
    const rows =
      await sql`update public.companies set ${sql(columns as never)} where id = ${by.companyId} returning id`
    return rows.length
  })

const site = ({ slug }: Company) =>
  database.asAnon(async (sql) => (await sql`select public.site_company(${slug}) as it`)[0]?.it)

const hang = (kind: string, file: string | null, by = company, ground = 'any') =>
  database.as(
    by.owner,
    (sql) => sql`select public.set_company_picture(${kind}, ${file}, 640, 200, ${ground})`,
  )

const noteDomain = (by: Company, domain: string, isProved: boolean) =>
  database.asService((sql) => sql`select public.note_domain_check(${by.companyId}, ${domain}, ${isProved})`)

const slugOf = (domain: string) =>
  database.asAnon(async (sql) => (await sql`select public.slug_of_domain(${domain}) as it`)[0]?.it)

describe('what the site says and how', () => {
  test('is what the company has chosen', async () => {
    await change({ typeface: 'fraunces', colored_header: true, headlines: { de: 'Los', fr: 'En route' } })
    expect(await site(company)).toMatchObject({
      typeface: 'fraunces',
      colored_header: true,
      headlines: { de: 'Los', fr: 'En route' },
      leads: {},
    })
    expect(await site(other)).toMatchObject({ typeface: 'geist', colored_header: false, headlines: {} })
  })

  test.each([
    ['a face outside the curated set', { typeface: 'comic-sans' }],
    ['a headline too long for a phone', { headlines: { de: 'x'.repeat(81) } }],
    ['a language the site does not speak', { leads: { rm: 'Tut è bun' } }],
    ['a text that is none', { abouts: { de: 7 } }],
    ['a domain with a path', { custom_domain: 'mieten.example.ch/neu' }],
    ['a domain with a header in it', { custom_domain: "example.ch'; script-src *" }],
    ['a frame from everywhere', { widget_origins: ['*'] }],
    ['a frame with another directive', { widget_origins: ['https://example.ch; script-src *'] }],
    ['a frame without encryption', { widget_origins: ['http://example.ch'] }],
    [
      'too many frames',
      { widget_origins: Array.from({ length: 21 }, (_, nth) => `https://a${nth}.example.ch`) },
    ],
  ])('is never %s', async (_, columns) => {
    expect((await refusalOf(change(columns))).status).toBe(400)
  })

  test('is changed by those who edit settings, of this company alone', async () => {
    expect(
      await database.as(other.owner, async (sql) => {
        const rows =
          await sql`update public.companies set typeface = 'nunito' where id = ${company.companyId} returning id`
        return rows.length
      }),
    ).toBe(0)
  })
})

describe('pictures', () => {
  test('take the place of those before, and go', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await hang('logo', first, company, 'dark')
    await hang('logo', second, company, 'light')
    const logo = { file: second, width: 640, height: 200, ground: 'light' }
    expect((await site(company)).pictures).toEqual({ logo })
    expect(
      await database.asService(
        async (sql) => (await sql`select public.company_logo(${company.companyId}) as it`)[0]?.it,
      ),
    ).toEqual({ ...logo, slug: company.slug })
    await hang('logo', null)
    expect((await site(company)).pictures).toEqual({})
  })

  test('are a logo or a photo of a sane size', async () => {
    await expect(refusalOf(hang('banner', randomUUID()))).resolves.toMatchObject({ status: 422 })
    await expect(refusalOf(hang('logo', randomUUID(), company, 'pink'))).resolves.toMatchObject({
      status: 422,
    })
  })
})

describe('a domain of the company’s own', () => {
  test('is answered once it is proved, and no longer when it is changed or the proof is gone', async () => {
    await change({ custom_domain: 'mieten.example.ch' })
    expect(await slugOf('mieten.example.ch')).toBeNull()
    await noteDomain(company, 'mieten.example.ch', true)
    expect(await slugOf('MIETEN.example.ch')).toBe(company.slug)
    expect((await site(company)).domain).toBe('mieten.example.ch')
    await noteDomain(company, 'mieten.example.ch', false)
    expect(await slugOf('mieten.example.ch')).toBeNull()
    await noteDomain(company, 'mieten.example.ch', true)
    await change({ custom_domain: 'autos.example.ch' })
    expect([await slugOf('mieten.example.ch'), await slugOf('autos.example.ch')]).toEqual([null, null])
  })

  test('is not proved by an answer about the one before', async () => {
    await change({ custom_domain: 'neu.example.ch' })
    await noteDomain(company, 'alt.example.ch', true)
    expect(await slugOf('neu.example.ch')).toBeNull()
  })

  test('belongs to who proves it, whoever else has typed it', async () => {
    await change({ custom_domain: 'streit.example.ch' }, other)
    await change({ custom_domain: 'streit.example.ch' })
    await noteDomain(company, 'streit.example.ch', true)
    await expect(refusalOf(noteDomain(other, 'streit.example.ch', true))).resolves.toMatchObject({
      status: 409,
      code: 'domain_taken',
    })
    expect(await slugOf('streit.example.ch')).toBe(company.slug)
  })

  test('cannot be declared proved by its owner', async () => {
    expect((await refusalOf(change({ domain_verified_at: new Date().toISOString() }))).status).toBe(403)
  })
})
