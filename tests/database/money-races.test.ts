import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { bookAndPay, issueInvoice } from './support/rentals.ts'

/** Money that two move at the same moment: each time somebody holds what the others wait for, so that they meet. */
const database = freshDatabase()
let company: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})
const slot = freeSlots(() => company)

/** Runs `first` and keeps its transaction open until `release` is called. */
async function holding(caller: Caller | null, first: (sql: never) => Promise<unknown>) {
  let release = () => {}
  const gate = new Promise<void>((open) => {
    release = open
  })
  let begun = () => {}
  const ready = new Promise<void>((open) => {
    begun = open
  })
  const work = async (sql: never) => {
    await first(sql)
    begun()
    await gate
  }
  const done = caller ? database.as(caller, work as never) : database.asPostgres(work as never)
  await Promise.race([ready, done])
  return {
    end: async () => {
      release()
      await done
    },
  }
}

/** Until so many of this database's transactions wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await database.asPostgres(
      (sql) =>
        sql`select count(*)::int as waits from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (row?.waits >= count) return
    await new Promise((passed) => setTimeout(passed, 25))
  }
  throw new Error(`Nobody waits: ${count} should.`)
}

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (thrown) => readRefusal(thrown)?.code ?? String(thrown),
  )
const account = (name: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${name}`
    return row?.rappen as number
  })
const invoiceOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select status, paid_rappen::int as paid, credited_rappen::int as credited, private.open_amount(i)::int as open from public.invoices i where id = ${id}`
    return row as { status: string; paid: number; credited: number; open: number }
  })
const paidByCard = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select id, customer_id, amount_rappen::int as rappen from public.payments where invoice_id = ${id} and method = 'card' and status = 'succeeded' order by created_at desc limit 1`
    return row as { id: string; customer_id: string; rappen: number }
  })

test.each(['cancel_reservation', 'mark_no_show'])(
  'a refund at the desk while the booking ends (%s): what is kept is what was really kept',
  async (end) => {
    const booking = await bookAndPay(database, company, slot())
    const deposit = booking.booking_deposit_rappen
    await database.asPostgres(async (sql) => {
      await sql`update public.reservations set cancellation_policy = '[{"hours": 9000, "percent": 25}]', no_show_fee_percent = 25 where id = ${booking.id}`
      if (end === 'mark_no_show')
        await sql`update public.reservations set starts_at = now() - interval '1 hour' where id = ${booking.id}`
    })
    const before = { prepaid: await account('customer_prepayments'), revenue: await account('revenue') }
    const refund = await holding(
      company.owner,
      (sql: never) =>
        (sql as (
          ...all: unknown[]
        ) => Promise<unknown>)`select public.refund_payment(${booking.payment?.id ?? ''}, 500, 'Kulanz')`,
    )
    const ended = outcomeOf(
      database.as(company.owner, (sql) => sql.unsafe(`select public.${end}('${booking.id}')`)),
    )
    await waiting(1)
    await refund.end()
    expect(await ended).toBe('done')
    const [row] = await database.asPostgres(
      (sql) => sql`
        select r.cancellation_fee_rappen::int as fee, p.amount_rappen::int - p.refunded_rappen::int as kept from public.reservations r join public.payments p on p.reservation_id = r.id where r.id = ${booking.id}`,
    )
    expect(row?.fee).toBe(row?.kept)
    // Nothing of it is a prepayment any more; the fee is what the company earned.
    expect(await account('customer_prepayments')).toBe(before.prepaid + deposit)
    expect(await account('revenue')).toBe(before.revenue - row?.kept)
  },
)

test('a refund made at Stripe while the payer’s balance is being used: neither gives up, and the books hold', async () => {
  const invoice = await issueInvoice(database, company, staff, slot())
  const payment = await paidByCard(invoice.id)
  await database.asPostgres(
    (sql) => sql`
      insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin) values (${company.companyId}, ${payment.customer_id}, 400, 'CHF', 'overpayment')`,
  )
  const receivables = await account('receivables')
  const held = await holding(
    null,
    (sql: never) =>
      (sql as (
        ...all: unknown[]
      ) => Promise<unknown>)`select from public.customers where id = ${payment.customer_id} for no key update`,
  )
  const outside = outcomeOf(
    database.asService(
      (sql) =>
        sql`select public.record_outside_refund(${company.companyId}, ${payment.id}, 're_outside', 300, 'succeeded')`,
    ),
  )
  await waiting(1)
  const used = outcomeOf(
    database.as(staff, (sql) => sql`select public.apply_customer_credit(${invoice.id}, 400)`),
  )
  await waiting(2)
  await held.end()
  expect([await outside, await used]).toEqual(['done', 'done'])
  expect(await account('receivables')).toBe(receivables + 300 - 400)
  expect((await invoiceOf(invoice.id)).open).toBe(invoice.openRappen + 300 - 400)
})

test('a deposit’s capture while its customer opens the payment page: both go through', async () => {
  const invoice = await issueInvoice(database, company, staff, slot())
  const [row] = await database.asPostgres(
    (sql) => sql`
      with paid as (insert into public.payments (company_id, customer_id, invoice_id, purpose, method, amount_rappen, currency, provider_intent)
        select company_id, customer_id, id, 'security_deposit', 'card', 100, currency, 'pi_hold' from public.invoices where id = ${invoice.id} returning id)
      update public.deposits d set method = 'card', status = 'capturing', provider_intent = 'pi_hold', captured_rappen = 100, payment_id = paid.id
      from paid where d.contract_id = ${invoice.contractId} returning d.id`,
  )
  const [link] = await database.as(
    staff,
    (sql) => sql`select public.invoice_pay_token(${invoice.id}) as token`,
  )
  const held = await holding(
    null,
    (sql: never) =>
      (sql as (
        ...all: unknown[]
      ) => Promise<unknown>)`select from public.invoices where id = ${invoice.id} for no key update`,
  )
  const captured = outcomeOf(
    database.asService(
      (sql) => sql`select public.settle_deposit_capture(${company.companyId}, ${row?.id}, 100)`,
    ),
  )
  await waiting(1)
  const opened = outcomeOf(
    database.asAnon((sql) => sql`select public.begin_card_payment(${company.slug}, ${link?.token})`),
  )
  await waiting(2)
  await held.end()
  expect([await captured, await opened]).toEqual(['done', 'done'])
  expect((await invoiceOf(invoice.id)).open).toBe(invoice.openRappen - 100)
})

test('ten desks that credit one invoice credit it once, also while it is being paid or refunded', async () => {
  for (const beside of ['nothing', 'payment', 'refund']) {
    const invoice = await issueInvoice(database, company, staff, slot())
    const card = await paidByCard(invoice.id)
    const others =
      beside === 'payment'
        ? [
            database.as(
              staff,
              (sql) =>
                sql`select public.record_payment(${invoice.id}, 'bank_transfer', ${invoice.openRappen})`,
            ),
          ]
        : beside === 'refund'
          ? [
              database.as(
                company.owner,
                (sql) => sql`select public.refund_payment(${card.id}, ${card.rappen}, 'Storno')`,
              ),
            ]
          : []
    const desks = Array.from({ length: 10 }, () =>
      database.as(
        company.owner,
        (sql) => sql`select public.credit_invoice(${invoice.id}, ${invoice.openRappen}, 'Storno')`,
      ),
    )
    const outcomes = await Promise.all([...others, ...desks].map(outcomeOf))
    const credits = outcomes.slice(others.length).filter((outcome) => outcome === 'done').length
    expect(credits).toBeLessThanOrEqual(1)
    if (beside !== 'payment') expect(credits).toBe(1)
    const { status, credited, paid, open } = await invoiceOf(invoice.id)
    expect(credited).toBe(credits * invoice.openRappen + (beside === 'refund' ? card.rappen : 0))
    expect({ status, open }).toEqual({ status: beside === 'refund' ? 'void' : 'paid', open: 0 })
    expect(paid).toBe(beside === 'refund' ? 0 : card.rappen + (credits ? 0 : invoice.openRappen))
    const notes = await database.asPostgres(
      (sql) => sql`select number from public.credit_notes where invoice_id = ${invoice.id}`,
    )
    expect(new Set(notes.map(({ number }) => number)).size).toBe(notes.length)
  }
})

test('a balance is paid out and used at the same moment once', async () => {
  const invoice = await issueInvoice(database, company, staff, slot())
  const { customer_id } = await paidByCard(invoice.id)
  await database.asPostgres(
    (sql) => sql`
      insert into public.customer_credits (company_id, customer_id, amount_rappen, currency, origin) values (${company.companyId}, ${customer_id}, 500, 'CHF', 'overpayment')`,
  )
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, (_, nth) =>
      outcomeOf(
        nth % 2
          ? database.as(staff, (sql) => sql`select public.apply_customer_credit(${invoice.id}, 500)`)
          : database.as(
              company.owner,
              (sql) => sql`select public.pay_out_customer_credit(${customer_id}, 'cash', 500)`,
            ),
      ),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'credit_exceeded')).toHaveLength(5)
})

test('cash for the last rappen, taken at two tills at once, settles the invoice once', async () => {
  const invoice = await issueInvoice(database, company, staff, slot())
  await database.as(
    staff,
    (sql) => sql`select public.record_payment(${invoice.id}, 'bank_transfer', ${invoice.openRappen - 102})`,
  )
  const rounding = await account('rounding')
  const pay = () =>
    outcomeOf(database.as(staff, (sql) => sql`select public.record_payment(${invoice.id}, 'cash', 100)`))
  const outcomes = await Promise.all([pay(), pay(), pay()])
  expect(outcomes.sort()).toEqual(['amount_exceeds_open', 'amount_exceeds_open', 'done'])
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid', open: 0 })
  expect(await account('rounding')).toBe(rounding + 2)
})

test('an invoice whose sum is below zero, or nothing at all, is not issued', async () => {
  const draft = (rappen: number[]) =>
    database.as(staff, async (sql) => {
      const lines = rappen.map((unit_rappen) => ({ text: 'Miete', quantity: 1, unit_rappen, vat_bp: 810 }))
      const [row] = await sql`
        select public.save_invoice_draft((select customer_id from public.invoices limit 1), ${sql.json({ lines })}) as id`
      await sql`select public.issue_invoice_draft(${row?.id})`
    })
  expect((await refusalOf(draft([1_000, -1_001]))).status).toBe(422)
  expect((await refusalOf(draft([1_000, -1_000]))).code).toBe('invoice_empty')
  await draft([1_000, -999])
})
