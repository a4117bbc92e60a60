import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { localDateOf } from '@/lib/core/dates'
import { addCustomer } from './customers/support.ts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase, type Sql } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAtDesk, handOver, type Pickup, takeBack } from './support/rentals.ts'

/** What of a contract stands on which invoice: month by month, by payer, each day and each rappen once. */
const database = freshDatabase()
let company: RentalCompany
let staff: Required<Pick<Caller, 'companyId' | 'userId'>>
let viewer: Caller
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
})

type Account = Record<string, string | number | boolean>

async function firmWith(account: Account, by: Caller = staff): Promise<string> {
  const id = await addCustomer(database, by, { kind: 'firm', firm_name: `Bau ${randomUUID()} AG` })
  await database.as(by, (sql) => sql`select public.set_customer_account(${id}, ${sql.json(account)})`)
  return id
}

/** The first of the month that many months before this one, as a day. */
const monthsAgo = (months: number) => {
  const [year = 0, month = 0] = localDateOf(new Date(), 'Europe/Zurich').split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}

interface Rental {
  customer: string
  /** When it began and ends, as days; the vehicle is out. */
  from: string
  to: string
  account?: Account
}

/** A rental that runs, moved to its days in the past afterwards: nobody can book there. */
async function rent({ customer, from, to, account }: Rental): Promise<Pickup> {
  const { vehicleId, startsAt, endsAt } = slot()
  const [row] = await database.as(
    staff,
    (sql) => sql`
      select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleId}, p_customer_id => ${customer},
        p_account => ${account ? sql.json(account) : null}) ->> 'id' as id`,
  )
  const pickup = await handOver(database, staff, String(row?.id))
  await database.asPostgres(
    (sql) => sql`
      update public.contracts set starts_at = ${`${from}T09:00:00Z`}, picked_up_at = ${`${from}T09:00:00Z`},
        ends_at = ${`${to}T09:00:00Z`} where id = ${pickup.contractId}`,
  )
  return pickup
}

async function bringBack(pickup: Pickup, on: string, fuelPercent = 100) {
  await takeBack(database, staff, pickup, { fuelPercent })
  await database.asPostgres(async (sql) => {
    await sql`delete from public.contract_lines where contract_id = ${pickup.contractId} and kind = 'lateness'`
    await sql`update public.contracts set returned_at = ${`${on}T10:00:00Z`} where id = ${pickup.contractId}`
  })
}

const issue = (contractId: string, by: Caller = staff) =>
  database.as(by, async (sql) => (await sql`select public.issue_invoice(${contractId}) as id`)[0]?.id)

interface Bill {
  id: string
  payer: string
  customer_id: string
  total: number
  rappen: number
  kinds: string[]
  is_final: boolean
  from: string
  to: string
}

const billsOf = (contractId: string) =>
  database.as(
    staff,
    (sql) => sql<Bill[]>`
      select i.id, b.payer, i.customer_id, i.total_rappen::int as total, sum(l.amount_rappen)::int as rappen, array_agg(distinct l.kind) as kinds,
        b.is_final, b.service_from::text as from, b.service_to::text as to
      from public.contract_billings b join public.invoices i on i.id = b.invoice_id left join public.invoice_lines l on l.billing_id = b.id
      where b.contract_id = ${contractId} and b.active group by i.company_id, i.id, b.company_id, b.id order by b.payer, b.service_from`,
  )

/** The invoices as a contract's page shows them. */
const shownOf = (contractId: string) =>
  database.as(
    staff,
    async (sql) => (await sql`select public.contract_billing(${contractId}) -> 'invoices' as it`)[0]?.it,
  )

const priceOf = async (contractId: string) => {
  const [row] = await database.as(
    staff,
    (sql) =>
      sql`select sum(amount_rappen)::int as total from public.contract_lines where contract_id = ${contractId}`,
  )
  return row?.total as number
}

describe('two payers', () => {
  test('the firm pays the rental, the driver what came on top; both stand in the ledger, to the rappen', async () => {
    const firm = await firmWith({ firm_pays: 'rental' })
    const pickup = await rent({ customer: firm, from: monthsAgo(1), to: monthsAgo(1).replace(/01$/, '04') })
    await bringBack(pickup, monthsAgo(1).replace(/01$/, '04'), 50)
    const first = await issue(pickup.contractId)
    expect(await issue(pickup.contractId)).toBe(first)
    const [ours, theirs] = await billsOf(pickup.contractId)
    expect(ours).toMatchObject({ id: first, payer: 'customer', customer_id: firm })
    expect(ours?.kinds).not.toContain('fuel')
    expect(theirs).toMatchObject({ payer: 'driver', kinds: ['fuel'] })
    expect(theirs?.customer_id).not.toBe(firm)
    expect((ours?.total ?? 0) + (theirs?.total ?? 0)).toBe(await priceOf(pickup.contractId))
    expect(await shownOf(pickup.contractId)).toMatchObject([
      { is_collective: false },
      { is_collective: false },
    ])
    const [owed] = await database.asPostgres(
      (sql) => sql`
        select sum(amount_rappen)::int as rappen from public.ledger_entries
        where account = 'receivables' and source_kind = 'invoice' and source_id in (${ours?.id ?? ''}, ${theirs?.id ?? ''})`,
    )
    expect(owed?.rappen).toBe(await priceOf(pickup.contractId))
    // The settlement asks for nothing: its slip would be a third paper about the same money.
    const [facts] = await database.asPostgres(
      (sql) => sql`select public.settlement_facts(${company.companyId}, ${pickup.contractId}) as it`,
    )
    expect(facts?.it.creditor).not.toHaveProperty('iban')
    // The same driver again is the same customer.
    const again = await rent({ customer: firm, from: monthsAgo(1), to: monthsAgo(1).replace(/01$/, '03') })
    await bringBack(again, monthsAgo(1).replace(/01$/, '03'), 80)
    await issue(again.contractId)
    expect((await billsOf(again.contractId))[1]?.customer_id).toBe(theirs?.customer_id)
  })

  test('a share in percent is split line by line, and a contract is closed only when both are invoiced', async () => {
    const firm = await firmWith({ firm_pays: 'share', firm_share_percent: 33 })
    const pickup = await rent({ customer: firm, from: monthsAgo(1), to: monthsAgo(1).replace(/01$/, '06') })
    await bringBack(pickup, monthsAgo(1).replace(/01$/, '06'), 37)
    const close = () =>
      database.as(staff, async (sql) => {
        await sql`select public.resolve_deposit(id) from public.deposits where contract_id = ${pickup.contractId}`
        await sql`select public.close_contract(${pickup.contractId})`
      })
    expect(await refusalOf(close())).toMatchObject({ code: 'invoice_missing' })
    await issue(pickup.contractId)
    const bills = await billsOf(pickup.contractId)
    const total = await priceOf(pickup.contractId)
    expect(bills.reduce((sum, bill) => sum + bill.total, 0)).toBe(total)
    expect(Math.abs((bills[0]?.total ?? 0) - total * 0.33)).toBeLessThan(10)
    await close()
  })
})

describe('the monthly invoice', () => {
  const run = (month: string, by: Caller = staff, customer: string | null = null) =>
    database.as(by, async (sql) => {
      const [row] = await sql`select public.issue_monthly_invoices(${month}, ${customer}) as n`
      return row?.n as number
    })

  test('a deposit paid at booking is its payer’s when the rental became cheaper than what was invoiced of it', async () => {
    const customer = await addCustomer(database, staff, { first_name: 'Rita', last_name: randomUUID() })
    const pickup = await rent({
      customer,
      from: monthsAgo(2).replace(/01$/, '03'),
      to: monthsAgo(0).replace(/01$/, '03'),
    })
    const deposit = await database.asPostgres(async (sql) => {
      const [row] = await sql`
        with paid as (insert into public.payments (company_id, customer_id, reservation_id, purpose, method, status, amount_rappen, currency)
          select company_id, customer_id, reservation_id, 'booking_deposit', 'bank_transfer', 'succeeded', 5000, currency from public.contracts where id = ${pickup.contractId} returning *)
        select id, private.post(company_id, 'payment', id::text, currency, '[{"account": "bank", "amount_rappen": 5000}, {"account": "customer_prepayments", "amount_rappen": -5000}]') from paid`
      return row?.id as string
    })
    expect(await run(monthsAgo(2), staff, customer)).toBe(1)
    await database.asPostgres(
      (sql) =>
        sql`update public.contract_lines set amount_rappen = amount_rappen / 100 where contract_id = ${pickup.contractId}`,
    )
    await bringBack(pickup, monthsAgo(0).replace(/01$/, '01'))
    await issue(pickup.contractId)
    const [standing] = await database.asPostgres(
      (sql) => sql`
        select p.invoice_id is not null as invoiced, (select sum(amount_rappen)::int from public.customer_credits where payment_id = p.id) as balance
        from public.payments p where p.id = ${deposit}`,
    )
    expect(standing).toEqual({ invoiced: true, balance: 5_000 })
  })

  test('takes all contracts of a firm on one paper, and parts of what runs on; the next one takes the rest', async () => {
    const firm = await firmWith({ collective_invoice: true, payment_terms_days: 45 })
    const [centre] = await database.as(
      staff,
      (sql) =>
        sql`insert into public.cost_centres (company_id, customer_id, code) values (${company.companyId}, ${firm}, '4711') returning id`,
    )
    const short = await rent({ customer: firm, from: monthsAgo(2), to: monthsAgo(2).replace(/01$/, '05') })
    const charged = await rent({
      customer: firm,
      from: monthsAgo(2),
      to: monthsAgo(2).replace(/01$/, '08'),
      account: { cost_centre_id: centre?.id },
    })
    const long = await rent({
      customer: firm,
      from: monthsAgo(2).replace(/01$/, '10'),
      to: monthsAgo(0).replace(/01$/, '28'),
    })
    await bringBack(short, monthsAgo(2).replace(/01$/, '05'))
    await bringBack(charged, monthsAgo(2).replace(/01$/, '08'), 75)
    // The desk has nothing to do: it waits.
    expect(await issue(short.contractId)).toBeNull()
    const preview = await database.as(
      staff,
      async (sql) => (await sql`select public.preview_monthly_invoices(${monthsAgo(2)}) as it`)[0]?.it,
    )
    const mine = preview.find((bill: { customer_id: string }) => bill.customer_id === firm)
    expect(mine.contracts.map((one: { is_final: boolean }) => one.is_final).sort()).toEqual([
      false,
      true,
      true,
    ])
    expect(mine.contracts[0]).toMatchObject({ cost_centre: '4711' })

    expect(await run(monthsAgo(2), staff, firm)).toBe(1)
    expect(await run(monthsAgo(2), staff, firm)).toBe(0)
    const [paper] = await billsOf(short.contractId)
    const [invoice] = await database.as(
      staff,
      (sql) =>
        sql`select total_rappen::int as total, due_on - issued_on as days, contract_id from public.invoices where id = ${paper?.id ?? ''}`,
    )
    expect(invoice).toMatchObject({ total: mine.total_rappen, days: 45, contract_id: null })
    expect((await billsOf(charged.contractId))[0]?.id).toBe(paper?.id)
    expect(await shownOf(short.contractId)).toMatchObject([
      { id: paper?.id, is_collective: true, fees_rappen: 0, credited_rappen: 0, paid_rappen: 0 },
    ])
    expect((await billsOf(long.contractId))[0]).toMatchObject({
      id: paper?.id,
      is_final: false,
      from: monthsAgo(2).replace(/01$/, '10'),
    })

    expect(await run(monthsAgo(1), staff, firm)).toBe(1)
    await bringBack(long, monthsAgo(0))
    // What came back this month is invoiced when it is over; nobody owes a day twice meanwhile.
    expect((await refusalOf(run(monthsAgo(0)))).code).toBe('month_not_over')
    await database.asPostgres(
      (sql) =>
        sql`update public.contracts set returned_at = ${`${monthsAgo(1)}T10:00:00Z`}, ends_at = ${`${monthsAgo(1)}T10:00:00Z`} where id = ${long.contractId}`,
    )
    expect(await run(monthsAgo(1), staff, firm)).toBe(1)
    const bills = await billsOf(long.contractId)
    expect(bills).toHaveLength(3)
    expect(bills.reduce((sum, bill) => sum + bill.rappen, 0)).toBe(await priceOf(long.contractId))
  })

  test('issues nothing twice, whoever runs it at the same moment, and leaves no gap in the numbers', async () => {
    const firms = await Promise.all([1, 2, 3].map(() => firmWith({ collective_invoice: true })))
    for (const customer of firms) {
      const pickup = await rent({ customer, from: monthsAgo(1), to: monthsAgo(1).replace(/01$/, '03') })
      await bringBack(pickup, monthsAgo(1).replace(/01$/, '03'))
    }
    // As the scheduled run does: one customer a transaction.
    const worker = async () => {
      const rows = await database.asService(
        (sql) => sql`select company_id, customer_id from public.due_monthly_invoices()`,
      )
      for (const { company_id, customer_id } of rows)
        await database.asService((sql) => sql`select public.issue_due_month(${company_id}, ${customer_id})`)
    }
    await Promise.all([run(monthsAgo(1)), worker(), run(monthsAgo(1), company.owner), worker()])
    const issued = await database.asPostgres(
      (sql) => sql`select customer_id from public.invoices where customer_id in ${sql(firms)}`,
    )
    expect(issued.map(({ customer_id }) => customer_id).sort()).toEqual(firms.sort())
    const [row] = await database.asPostgres(
      (sql) => sql`
        select count(*)::int as n, max(right(number, 5)::int) as last from public.invoices where company_id = ${company.companyId} and number is not null`,
    )
    expect(row?.last).toBe(row?.n)
  })

  test('is for those who take payments, and never another company’s', async () => {
    expect((await refusalOf(run(monthsAgo(1), viewer))).status).toBe(403)
    const other = await foundRentalCompany(database)
    const theirs = await firmWith({ collective_invoice: true }, other.owner)
    expect((await refusalOf(run(monthsAgo(1), staff, theirs))).status).toBe(404)
  })
})

describe('the time an invoice names', () => {
  const DAY = 86_400_000
  const daysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString()
  /** That day where the company is. */
  const dayOf = (instant: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich' }).format(new Date(instant))

  /** A rental from now on, handed over at once. */
  async function runFor(days: number) {
    const { vehicleId } = slot()
    const period = { startsAt: daysFromNow(0), endsAt: daysFromNow(days) }
    const booking = await bookAtDesk(database, staff, { vehicleId, ...period })
    return { ...period, ...(await handOver(database, staff, booking.id)) }
  }

  const move = (
    contractId: string,
    times: Partial<Record<'starts_at' | 'ends_at' | 'picked_up_at', string>>,
  ) => database.asPostgres((sql) => sql`update public.contracts set ${sql(times)} where id = ${contractId}`)

  async function timeInvoiced(pickup: Pickup) {
    const id = await issue(pickup.contractId)
    const [facts] = await database.asService(
      (sql) => sql`select public.invoice_facts(${company.companyId}, ${id}) -> 'invoice' as invoice`,
    )
    const { service_from: from, service_to: to } = facts?.invoice ?? {}
    return { from, to }
  }

  test('is the one paid for, though the vehicle was fetched later and came back before its end', async () => {
    const rental = await runFor(4)
    const startsAt = daysFromNow(-2)
    await move(rental.contractId, { starts_at: startsAt })
    await takeBack(database, staff, rental)
    expect(await timeInvoiced(rental)).toEqual({ from: dayOf(startsAt), to: dayOf(rental.endsAt) })
  })

  test.each([
    ['shortened', 1],
    ['extended', 6],
  ])('ends where the rental was %s to', async (_, days) => {
    const rental = await runFor(3)
    const endsAt = daysFromNow(days)
    // Only a sealed contract is changed.
    await database.asService(
      (sql) => sql`
        select public.seal_document(${company.companyId}, 'contract', ${rental.contractId}, 'de', ${`${company.companyId}/contracts/${rental.contractId}.pdf`},
          ${'c'.repeat(64)}, 1000)`,
    )
    await database.as(
      staff,
      (sql) =>
        sql`select public.change_rental(${rental.contractId}, ${sql.json({ ends_at: endsAt })}, p_dry_run => false)`,
    )
    await takeBack(database, staff, rental)
    expect(await timeInvoiced(rental)).toEqual({ from: dayOf(rental.startsAt), to: dayOf(endsAt) })
  })

  test('goes on until a late return that is charged', async () => {
    const rental = await runFor(2)
    const startsAt = daysFromNow(-5)
    await move(rental.contractId, { starts_at: startsAt, picked_up_at: startsAt, ends_at: daysFromNow(-2) })
    const price = await priceOf(rental.contractId)
    await takeBack(database, staff, rental)
    expect(await priceOf(rental.contractId)).toBeGreaterThan(price)
    expect(await timeInvoiced(rental)).toEqual({ from: dayOf(startsAt), to: dayOf(daysFromNow(0)) })
  })

  test('ends as agreed when a return after midnight cost nothing', async () => {
    const rental = await runFor(2)
    await takeBack(database, staff, rental)
    const [startsAt, endsAt] = ['2026-06-01T08:00:00Z', '2026-06-03T21:50:00Z']
    await database.asPostgres(
      (sql) => sql`
        update public.contracts set starts_at = ${startsAt}, picked_up_at = ${startsAt}, ends_at = ${endsAt}, returned_at = '2026-06-03T22:10:00Z'
        where id = ${rental.contractId}`,
    )
    expect(await timeInvoiced(rental)).toEqual({ from: '2026-06-01', to: '2026-06-03' })
  })
})

/** Rolls back whatever a run of a property did. */
class Undo extends Error {}
async function undone(work: (sql: Sql) => Promise<void>) {
  const given = database.asPostgres(async (sql) => {
    await work(sql)
    throw new Undo()
  })
  await expect(given).rejects.toThrow(Undo)
}

test('whatever is changed, invoiced, made void and invoiced again: parts add up to the contract, no day stands twice', async () => {
  const firm = await firmWith({ firm_pays: 'share', firm_share_percent: 70 })
  const { contractId } = await rent({ customer: firm, from: '2025-01-17', to: '2025-06-20' })
  const amounts = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 4 })
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ do: 'bill' as const }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('price' as const), amounts }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('until' as const), day: fc.integer({ min: 1, max: 28 }) }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'void' as const }) },
  )
  const rental = {
    amounts,
    percent: fc.integer({ min: 0, max: 100 }),
    steps: fc.array(step, { maxLength: 8 }),
  }
  const property = fc.asyncProperty(fc.record(rental), async ({ amounts: first, percent, steps }) => {
    await undone(async (sql) => {
      const write = async (list: number[]) => {
        await sql`delete from public.contract_lines where contract_id = ${contractId}`
        for (const [place, rappen] of list.entries())
          await sql`
            insert into public.contract_lines (company_id, contract_id, position, kind, code, quantity, unit_rappen, amount_rappen, vat_bp)
            values (${company.companyId}, ${contractId}, ${place + 1}, 'extra', ${`x${place}`}, 1, ${rappen}, ${rappen}, 810)`
      }
      await sql`
        update public.reservation_accounts set firm_share_percent = ${percent}
        where reservation_id = (select reservation_id from public.contracts where id = ${contractId})`
      await write(first)
      let month = 0
      for (const one of steps) {
        if (one.do === 'bill')
          await sql`
            select private.issue_month(c, ${firm}, (date '2025-02-01' + make_interval(months => ${month++}))::date - 1) from public.companies c where c.id = ${company.companyId}`
        else if (one.do === 'price') await write(one.amounts)
        else if (one.do === 'until')
          await sql`update public.contracts set ends_at = ${`2025-07-${String(one.day).padStart(2, '0')}T09:00:00Z`} where id = ${contractId}`
        else
          await sql`
            select private.credit_open(i, i.total_rappen, 'x') from public.invoices i join public.contract_billings b on b.invoice_id = i.id
            where b.contract_id = ${contractId} and b.active limit 1`
      }
      await sql`
        select private.issue_rest(c, k, payer) from public.companies c, public.contracts k, unnest(array['customer', 'driver']) as payer
        where c.id = ${company.companyId} and k.id = ${contractId}`
      const [sums] = await sql`
        select (select sum(amount_rappen)::int from public.contract_lines where contract_id = ${contractId}) as price,
          (select coalesce(sum(l.amount_rappen), 0)::int from public.contract_billings b join public.invoice_lines l on l.billing_id = b.id where b.contract_id = ${contractId} and b.active) as billed,
          (select coalesce(sum(n.amount_rappen), 0)::int from public.contract_billings b join public.credit_notes n on n.invoice_id = b.invoice_id
            where b.contract_id = ${contractId} and b.active and cardinality(array(select l.id from public.invoice_lines l where l.billing_id = b.id)) > 0) as credited`
      expect(sums?.billed - sums?.credited).toBe(sums?.price)
      const days = await sql`
        select b.payer, d::date::text as day from public.contract_billings b, generate_series(b.service_from::timestamp, b.service_to, interval '1 day') as d
        where b.contract_id = ${contractId} and b.active`
      const seen = days.map(({ payer, day }) => `${payer} ${day}`)
      expect(new Set(seen).size).toBe(seen.length)
    })
  })
  await fc.assert(property, { numRuns: 20 })
})
