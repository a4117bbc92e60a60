import { beforeAll, describe, expect, test } from 'vitest'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type IssuedInvoice, issueInvoice } from './support/rentals.ts'

/** The day money came in is the company's own; these two clocks are never on the same day, so one of them is not on UTC's. */
const database = freshDatabase()

describe.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('%s', (timeZone) => {
  let company: RentalCompany
  let owner: Required<Pick<Caller, 'userId' | 'companyId'>>
  let invoice: IssuedInvoice
  const slot = freeSlots(() => company)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone })
  beforeAll(async () => {
    company = await foundRentalCompany(database)
    owner = company.owner as typeof owner
    invoice = await issueInvoice(database, company, owner, slot())
    await database.asPostgres(
      (sql) => sql`update public.companies set time_zone = ${timeZone} where id = ${company.companyId}`,
    )
  })

  const receivedOn = async (method: string) => {
    const [row] = await database.as(
      owner,
      (sql) => sql`
        select received_on::text as day from public.payments where invoice_id = ${invoice.id} and method = ${method}`,
    )
    return row?.day
  }
  const pay = (on: string | null) =>
    database.as(
      owner,
      (sql) => sql`select public.record_payment(${invoice.id}, 'bank_transfer', 500, ${on}::text::date)`,
    )

  test('a voucher', async () => {
    await database.as(
      owner,
      (sql) => sql`select public.redeem_voucher(${invoice.id}, public.issue_voucher(100, 'cash') ->> 'code')`,
    )
    expect(await receivedOn('voucher')).toBe(today.format())
  })

  test('a balance that is used', async () => {
    await database.asPostgres(
      (sql) => sql`
        insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin)
        select company_id, customer_id, 200, currency, 'overpayment' from public.invoices where id = ${invoice.id}`,
    )
    await database.as(owner, (sql) => sql`select public.apply_customer_credit(${invoice.id}, 200)`)
    expect(await receivedOn('customer_credit')).toBe(today.format())
  })

  test('a deposit that is kept', async () => {
    const [deposit] = await database.asPostgres(
      (sql) => sql`
        update public.deposits set method = 'cash', status = 'held' where contract_id = ${invoice.contractId} returning id`,
    )
    await database.as(owner, (sql) => sql`select public.resolve_deposit(${deposit?.id}, 500)`)
    expect(await receivedOn('cash')).toBe(today.format())
  })

  test('a payment without a day came in today, and none comes tomorrow', async () => {
    await pay(null)
    expect(await receivedOn('bank_transfer')).toBe(today.format())
    const tomorrow = today.format(Date.now() + 24 * 3_600_000)
    expect(await refusalOf(pay(tomorrow))).toMatchObject({ status: 422, details: { rule: 'payment' } })
  })
})
