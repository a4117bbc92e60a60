import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { newCustomer, periodIn } from './support/rentals.ts'

/** Numbers that the law wants without gaps, and references that the bank wants exact. */
const database = freshDatabase()
let company: RentalCompany
const reservations: string[] = []
const FIFTY = Array.from({ length: 50 }, (_, nth) => nth)

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const numbersOf = async (table: 'reservations' | 'contracts' | 'invoices') => {
  const rows = await database.asPostgres(
    (sql) => sql`select number from public.${sql(table)} order by number`,
  )
  return rows.map(({ number }) => Number(number.slice(-5)))
}
const gapless = FIFTY.map((nth) => nth + 1)

test('fifty reservations at once, some of which fail, leave no gap', async () => {
  const { startsAt, endsAt } = periodIn(3)
  const later = periodIn(30)
  const attempts = FIFTY.flatMap((nth) => {
    const period = nth < 40 ? { startsAt, endsAt } : later
    const vehicle = vehicleOf(company, nth % 40).id
    return [vehicle, ...(nth % 5 === 0 ? [vehicle] : [])].map((id) =>
      database.as(company.owner, async (sql) => {
        const [row] = await sql`
          select public.create_reservation(${period.startsAt}, ${period.endsAt}, ${id}, p_customer => ${sql.json(newCustomer())}) ->> 'id' as id`
        reservations.push(row?.id)
      }),
    )
  })
  const results = await Promise.allSettled(attempts)
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10)
  expect(await numbersOf('reservations')).toEqual(gapless)
})

test('fifty contracts at once leave no gap', async () => {
  await Promise.all(
    reservations.map((id) =>
      database.as(company.owner, (sql) => sql`select public.convert_reservation(${id})`),
    ),
  )
  expect(await numbersOf('contracts')).toEqual(gapless)
})

test('fifty invoices at once, each asked for twice, leave no gap', async () => {
  // The returns are not what is looked at here: the contracts are put where a return leaves them.
  const contracts = await database.asPostgres(async (sql) => {
    const all = await sql`update public.contracts set status = 'signed' returning id`
    // One after the other: a vehicle is out on one contract at a time.
    for (const { id } of all) {
      await sql`update public.contracts set status = 'active', picked_up_at = now() where id = ${id}`
      await sql`update public.contracts set status = 'returned', returned_at = now() where id = ${id}`
    }
    return all
  })
  const issue = (id: string) => database.as(company.owner, (sql) => sql`select public.issue_invoice(${id})`)
  await Promise.all(contracts.flatMap(({ id }) => [issue(id), issue(id)]))
  expect(await numbersOf('invoices')).toEqual(gapless)
})

test('the hundred-thousandth number of a year is longer, not shorter', async () => {
  const number = await database.asPostgres(async (sql) => {
    await sql`update public.number_sequences set last_number = 99999 where kind = 'invoice'`
    return (await sql`select private.next_number(${company.companyId}, 'invoice') as number`)[0]?.number
  })
  expect(number).toMatch(/^F-\d{4}-100000$/)
})

test.each([
  ['21000000000313947143000901', '210000000003139471430009017'],
  ['1', '000000000000000000000000011'],
])('the QR reference of %s carries the check digit of the standard', async (digits, reference) => {
  const [row] = await database.asPostgres((sql) => sql`select private.qr_reference(${digits}) as reference`)
  expect(row?.reference).toBe(reference)
})

test.each([
  ['539007547034', 'RF18539007547034'],
  ['5000056789012345', 'RF485000056789012345'],
])('the creditor reference of %s carries the check digits of ISO 11649', async (digits, reference) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select private.creditor_reference(${digits}) as reference`,
  )
  expect(row?.reference).toBe(reference)
})

test.each([
  ['CH4431999123000889012', /^\d{27}$/],
  ['CH5800791123000889012', /^RF\d{2}202600042$/],
  ['DE89370400440532013000', null],
  [null, null],
])('the account decides on the kind of reference: %s', async (iban, kind) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select private.payment_reference(${iban}, 'F-2026-00042') as reference`,
  )
  if (kind) expect(row?.reference).toMatch(kind)
  else expect(row?.reference).toBeNull()
})

test.each([
  ['CH4431999123000889012', true],
  ['CH4431999123000889013', false],
  ['CH44319991230008890', false],
  ['CH44A1999123000889012', false],
  ['DE89370400440532013000', true],
  ['GB82WEST12345698765432', true],
  ['', false],
])('the account number %s is accepted: %s', async (iban, accepted) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select coalesce(private.is_iban(${iban}), false) as accepted`,
  )
  expect(row?.accepted).toBe(accepted)
})
