import { beforeAll, expect, test } from 'vitest'
import { addMember } from '../support/companies.ts'
import { type Caller, freshDatabase } from '../support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { refusalOf } from '../support/refusals.ts'
import {
  driver,
  handOver,
  newCustomer,
  periodIn,
  signatures,
  startPickup,
  takeBack,
} from '../support/rentals.ts'
import { addCustomer } from './support.ts'

const database = freshDatabase()
let company: RentalCompany
let staff: Required<Pick<Caller, 'companyId' | 'userId'>>
let firm: string
let ids: { driver: string; young: string; centre: string; stranger: string }
let days = 10

beforeAll(async () => {
  company = await foundRentalCompany(database, 'alpenmobil')
  staff = await addMember(database, company.companyId, 'staff')
  firm = await addCustomer(database, staff, { kind: 'firm', firm_name: 'Bergbau AG', town: 'Chur' })
  const person = await addCustomer(database, staff, newCustomer({ last_name: 'Fremd' }))
  ids = await database.as(staff, async (sql) => {
    const add = async (owner: string, name: string, born: string) => {
      const [row] = await sql`
        insert into public.drivers (company_id, customer_id, first_name, last_name, birth_date, licence_number, licence_expires_on)
        values (${company.companyId}, ${owner}, 'Fritz', ${name}, ${born}, ${`L${name}`}, '2040-01-01') returning id`
      return String(row?.id)
    }
    const [centre] = await sql`
      insert into public.cost_centres (company_id, customer_id, code) values (${company.companyId}, ${firm}, '4711') returning id`
    return {
      driver: await add(firm, 'Berg', '1980-01-01'),
      young: await add(firm, 'Jung', '2012-01-01'),
      stranger: await add(person, 'Fremd', '1980-01-01'),
      centre: String(centre?.id),
    }
  })
})

const setAccount = (account: Record<string, string | number | boolean>, by: Caller = staff, id = firm) =>
  database.as(by, (sql) => sql`select public.set_customer_account(${id}, ${sql.json(account)})`)

/** Reserves for the firm; answers the reservation's id. */
async function reserve(account: Record<string, string | number> | null, vehicle = 1): Promise<string> {
  days += 5
  const { startsAt, endsAt } = periodIn(days)
  const [row] = await database.as(
    staff,
    (sql) => sql`
    select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, vehicle).id}, p_customer_id => ${firm},
      p_account => ${account && sql.json(account)}) ->> 'id' as id`,
  )
  return String(row?.id)
}

const charged = async (reservation: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select * from public.reservation_accounts where reservation_id = ${reservation}`,
  )
  return row
}

test('a firm’s terms are frozen into its reservation, unless something else is agreed', async () => {
  await setAccount({ payment_terms_days: 45, firm_pays: 'share', firm_share_percent: 60 })
  const usual = await reserve({ driver_id: ids.driver, cost_centre_id: ids.centre, purchase_order: 'PO 9' })
  expect(await charged(usual)).toMatchObject({
    driver_id: ids.driver,
    cost_centre_id: ids.centre,
    purchase_order: 'PO 9',
    firm_pays: 'share',
    firm_share_percent: 60,
    payment_terms_days: 45,
  })
  const agreed = await reserve({ firm_pays: 'rental' })
  await setAccount({ payment_terms_days: 10 })
  expect(await charged(agreed)).toMatchObject({ firm_pays: 'rental', payment_terms_days: 45 })
})

test('a driver or cost centre of somebody else leads nowhere, and nothing is reserved', async () => {
  expect(await refusalOf(reserve({ driver_id: ids.stranger }))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(reserve({ cost_centre_id: ids.driver }))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(reserve({ firm_share_percent: 101 }))).toMatchObject({ code: 'invalid_input' })
  const [row] = await database.asPostgres(
    (sql) => sql`select count(*)::int as n from public.reservations where customer_id = ${firm}`,
  )
  expect(row?.n).toBe(2)
})

test('a driver too young or no longer listed cannot be foreseen, a missing cost centre is asked for', async () => {
  expect(await refusalOf(reserve({ driver_id: ids.young }))).toMatchObject({ code: 'driver_too_young' })
  await database.as(staff, (sql) => sql`update public.drivers set active = false where id = ${ids.driver}`)
  expect(await refusalOf(reserve({ driver_id: ids.driver }))).toMatchObject({ code: 'driver_not_listed' })
  await database.as(staff, (sql) => sql`update public.drivers set active = true where id = ${ids.driver}`)
  await setAccount({ cost_centre_required: true })
  expect(await refusalOf(reserve(null))).toMatchObject({ code: 'cost_centre_missing' })
  await setAccount({})
})

test('what was foreseen at booking is held against the licence again at conversion', async () => {
  const id = await reserve({ driver_id: ids.driver })
  await database.as(
    staff,
    (sql) => sql`update public.drivers set licence_expires_on = '2026-11-30' where id = ${ids.driver}`,
  )
  const convert = () => database.as(staff, (sql) => sql`select public.convert_reservation(${id})`)
  expect(await refusalOf(convert())).toMatchObject({ code: 'licence_expired' })
  await database.as(
    staff,
    (sql) => sql`update public.drivers set licence_expires_on = '2040-01-01' where id = ${ids.driver}`,
  )
  await convert()
})

test('where only listed drivers may drive, nobody else gets the key', async () => {
  await setAccount({ listed_drivers_only: true })
  const id = await reserve(null, 3)
  const pickUp = (who: Record<string, string>) =>
    database.as(staff, async (sql) => {
      const { handoverId, odometerKm } = await startPickup(sql, id)
      await sql`
        select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json({ ...driver, ...who })},
          ${sql.json(signatures(staff.companyId))}, 'cash')`
    })
  expect(await refusalOf(pickUp({}))).toMatchObject({ code: 'driver_not_listed' })
  await pickUp({ first_name: 'Fritz', last_name: 'Berg', birth_date: '1980-01-01', licence_number: 'LBerg' })
  await setAccount({})
})

test('the invoice is due by the firm’s terms and goes to its billing address', async () => {
  await setAccount({
    payment_terms_days: 60,
    billing_name: 'Bergbau Holding',
    billing_town: 'Zug',
    billing_postal_code: '6300',
  })
  const pickup = await handOver(database, staff, await reserve(null, 2))
  await takeBack(database, staff, pickup)
  const [row] = await database.as(staff, async (sql) => {
    const [issued] = await sql`select public.issue_invoice(${pickup.contractId}) as id`
    return sql`select due_on - issued_on as days, debtor from public.invoices where id = ${issued?.id}`
  })
  expect(row).toMatchObject({ days: 60, debtor: { name: 'Bergbau Holding', town: 'Zug' } })
})

test('accounts are for firms, and changed by those who edit customers', async () => {
  const person = await addCustomer(database, staff, newCustomer({ last_name: 'Einzel' }))
  expect(await refusalOf(setAccount({}, staff, person))).toMatchObject({ code: 'account_needs_firm' })
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(setAccount({}, viewer))).toMatchObject({ status: 403 })
  const other = await foundRentalCompany(database)
  expect(await refusalOf(setAccount({}, other.owner))).toMatchObject({ code: 'not_found' })
})
