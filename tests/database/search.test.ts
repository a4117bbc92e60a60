import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, issueInvoice, newCustomer, periodIn } from './support/rentals.ts'

interface Hit {
  kind: string
  id: string
  title: string
  detail: string
}

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let viewer: Caller
let booking: Booking

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  viewer = await addMember(database, company.companyId, 'viewer')
  const customer = newCustomer({ first_name: 'Jérôme', last_name: 'Müller-Köppel', phone: '+41795550025' })
  booking = await bookAndPay(database, company, {
    ...periodIn(10),
    vehicleId: vehicleOf(company, 0).id,
    customer,
  })
  await issueInvoice(database, company, company.owner, {
    ...periodIn(20),
    vehicleId: vehicleOf(company, 1).id,
  })
})

const search = (caller: Caller, query: string) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.search_everything(${query}) as hits`
    return row?.hits as Hit[]
  })
const titles = async (query: string, kind: string) =>
  (await search(viewer, query)).filter((hit) => hit.kind === kind).map(({ title }) => title)

test.each([
  'Jérôme Müller-Köppel',
  'muller',
  'köppel jer',
  // Typing errors.
  'mueller',
  'mueler',
  'Müler',
  'Kopel',
  'jerom',
  // Two letters in the wrong order, at the beginning, the middle and the end, and of a word that is typed half.
  'umller',
  'mulelr',
  'mullre',
  'kopepl',
  'mulel',
  // The whole of a short word, or the beginning of a longer one.
  'uml',
  'jre',
  // The telephone, as it is kept, dialled and written.
  '+41 79 555 00 25',
  '0795550025',
  '079 555 00 25',
  '0041795550025',
  '5550025',
])('“%s” finds the customer', async (query) => {
  expect(await titles(query, 'customer')).toContain('Jérôme Müller-Köppel')
})

test('a number is found however it is written', async () => {
  const [prefix, year, number] = booking.number.split('-')
  const short = Number(number)
  for (const query of [
    booking.number,
    booking.number.toLowerCase(),
    `${prefix}${year}${number}`,
    `${prefix} ${year} ${short}`,
    `${prefix}-${year}-${short}`,
  ])
    expect(await titles(query, 'reservation'), query).toContain(booking.number)
})

test('who types all of a number means the record of that number, not those that begin alike', async () => {
  await database.asPostgres(
    (sql) => sql`
      insert into private.search_index (company_id, kind, record_id, title, detail, words, numbers, happens_at)
      select ${company.companyId}, 'reservation', gen_random_uuid(), number, '', private.record_words('', array[number]), private.compact_numbers(array[number]), now()
      from unnest(array['R-2001-00001', 'R-2001-00012']) as number`,
  )
  expect(await titles('R-2001-1', 'reservation')).toEqual(['R-2001-00001'])
  expect(await titles('R-2001-0', 'reservation')).toHaveLength(2)
  await database.asPostgres((sql) => sql`delete from private.search_index where title like 'R-2001-%'`)
})

test('a plate is found however it is typed, and by its end', async () => {
  const { plate } = vehicleOf(company, 0)
  const tight = plate.replaceAll(' ', '')
  for (const query of [plate, tight, tight.toLowerCase(), plate.replace(' ', '-'), tight.slice(-5)])
    expect(await titles(query, 'vehicle'), query).toContain(plate)
})

test('what belongs to somebody is found by their name, also after they change it', async () => {
  expect(await titles('müller', 'reservation')).toEqual([booking.number])
  await database.as(
    company.owner,
    (sql) => sql`update public.customers set last_name = 'Zgraggen' where phone = '+41795550025'`,
  )
  expect(await titles('zgraggen', 'reservation')).toEqual([booking.number])
  expect(await titles('müller', 'reservation')).toEqual([])
  await database.as(
    company.owner,
    (sql) => sql`update public.customers set last_name = 'Müller-Köppel' where phone = '+41795550025'`,
  )
})

test('a name nobody bears any more is not kept to compare with', async () => {
  const kept = () =>
    database.asPostgres(async (sql) => {
      const rows =
        await sql`select word from private.search_words where company_id = ${company.companyId} and word in ('koppel', 'zgraggen')`
      return rows.map(({ word }) => word)
    })
  const rename = (name: string) =>
    database.as(
      company.owner,
      (sql) => sql`update public.customers set last_name = ${name} where phone = '+41795550025'`,
    )
  expect(await kept()).toEqual(['koppel'])
  await rename('Zgraggen')
  expect(await kept()).toEqual(['zgraggen'])
  expect(await titles('zgragen', 'customer')).toEqual(['Jérôme Zgraggen'])
  await rename('Müller-Köppel')
})

test('of two letters in the wrong order the whole name is found, and not everything that begins with them', async () => {
  await database.asPostgres(
    (sql) => sql`
      insert into private.search_index (company_id, kind, record_id, title, detail, words, numbers, happens_at)
      select ${company.companyId}, 'customer', gen_random_uuid(), title, '', private.record_words(title, '{}'), '{}', now()
      from unnest(array['Bao Ng', 'Ngoc Tran']) as title`,
  )
  expect(await titles('gn', 'customer')).toEqual(['Bao Ng'])
  expect(await titles('bao gn', 'customer')).toEqual(['Bao Ng'])
  expect((await titles('ng', 'customer')).toSorted()).toEqual(['Bao Ng', 'Ngoc Tran'])
  await database.asPostgres(
    (sql) => sql`delete from private.search_index where title in ('Bao Ng', 'Ngoc Tran')`,
  )
})

test('an old record is found behind thousands of newer ones', async () => {
  await database.asPostgres(
    (sql) => sql`
      insert into private.search_index (company_id, kind, record_id, title, detail, words, numbers, happens_at)
      select ${company.companyId}, 'customer', gen_random_uuid(), 'Peter Neuer', '', ' peter neuer ', '{}', now() + n * interval '1 second' from generate_series(1, 2500) as n`,
  )
  expect(await titles('köppel', 'customer')).toEqual(['Jérôme Müller-Köppel'])
  expect(await titles('kopel', 'customer')).toEqual(['Jérôme Müller-Köppel'])
  expect(await titles('neuer', 'customer')).toHaveLength(5)
  await database.asPostgres((sql) => sql`delete from private.search_index where title = 'Peter Neuer'`)
})

test('where a part of a number is in very many records of one kind, the others are found all the same', async () => {
  await database.asPostgres(
    (sql) => sql`
      insert into private.search_index (company_id, kind, record_id, title, detail, words, numbers, happens_at)
      select ${company.companyId}, case n when 0 then 'invoice' else 'reservation' end, gen_random_uuid(), 'Q-' || n, '', private.record_words('', array[number]), array[number],
        now() - n * interval '1 minute'
      from generate_series(1600, 0, -1) as n, lateral (select n || '7755331') as numbers (number)`,
  )
  expect(await titles('7755331', 'invoice')).toEqual(['Q-0'])
  expect(await titles('7755331', 'reservation')).toHaveLength(5)
  expect(await titles('87755331 1234', 'invoice')).toEqual([])
  await database.asPostgres((sql) => sql`delete from private.search_index where title like 'Q-%'`)
})

test('contracts and invoices are found', async () => {
  const rows = await database.as(
    viewer,
    (sql) =>
      sql`select k.number as contract, i.number as invoice from public.invoices i join public.contracts k on k.id = i.contract_id`,
  )
  expect(await titles(String(rows[0]?.contract), 'contract')).toEqual([rows[0]?.contract])
  expect(await titles(String(rows[0]?.invoice), 'invoice')).toEqual([rows[0]?.invoice])
})

test('nothing of another company is found, not even by its id', async () => {
  expect(await search(other.owner, 'müller köppel')).toEqual([])
  expect(await search(other.owner, booking.number)).not.toContainEqual(
    expect.objectContaining({ id: booking.id }),
  )
})

test('every role finds what it may see, and nobody else anything', async () => {
  const kindsFor = async (role: string) =>
    new Set(
      (await search(await addMember(database, company.companyId, role), 'muller')).map(({ kind }) => kind),
    )
  expect(await kindsFor('sales_rep')).toEqual(new Set(['customer', 'reservation']))
  expect(await refusalOf(kindsFor('technician'))).toMatchObject({ status: 403 })
  expect(await refusalOf(search({ userId: randomUUID() }, 'muller'))).toMatchObject({ status: 401 })
  const visitor = database.asAnon((sql) => sql`select public.search_everything('muller')`)
  expect(await refusalOf(visitor)).toMatchObject({ status: 403 })
})

test.each([
  '',
  ' ',
  'a',
  "'",
  '%',
  '%%%%',
  '_',
  '\\',
  '() or 1=1',
  "'; drop table x; --",
  '🚐',
  'x'.repeat(5_000),
])('“%s” finds nothing and breaks nothing', async (query) => {
  expect(await search(viewer, query)).toEqual([])
})
