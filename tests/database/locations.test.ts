import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'

/** Where a company's places can be. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
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
