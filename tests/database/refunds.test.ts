import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type IssuedInvoice, issueInvoice } from './support/rentals.ts'

/** Refunds of what an invoice had taken, credit notes, and reminders: the invoice's state always follows from the ledger. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
let invoice: IssuedInvoice

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const slot = freeSlots(() => company)
beforeEach(async () => {
  invoice = await issueInvoice(database, company, staff, slot())
})

interface State {
  status: string
  total: number
  paid: number
  fees: number
  credited: number
  due: number
}
const state = async () => {
  const [row] = await database.as(
    staff,
    (sql) => sql`
      select status, total_rappen::int as total, paid_rappen::int as paid, fees_rappen::int as fees, credited_rappen::int as credited, due_rappen::int as due
      from public.invoices where id = ${invoice.id}`,
  )
  return row as State
}
const pay = (method: string, rappen: number) =>
  database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.record_payment(${invoice.id}, ${method}::public.payment_method, ${rappen}) ->> 'payment_id' as id`
    return row?.id as string
  })
const refund = (paymentId: string, rappen: number, caller: Caller = company.owner) =>
  database.as(caller, (sql) => sql`select public.refund_payment(${paymentId}, ${rappen}, 'Kulanz')`)
const credit = (
  rappen: number | null,
  { caller = company.owner as Caller, key = null as string | null } = {},
) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.credit_invoice(${invoice.id}, ${rappen}, 'Kulanz', ${key}) as id`
    return row?.id as string
  })
const balances = () =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select account, sum(amount_rappen)::int as rappen from public.ledger_entries where company_id = ${company.companyId} group by account`
    return Object.fromEntries(rows.map(({ account, rappen }) => [account, rappen])) as Record<string, number>
  })
/** What every invoice of the company says is owed is what the ledger says is owed. */
const expectReceivablesAgree = async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select coalesce(sum(due_rappen - paid_rappen) filter (where status <> 'void'), 0)::int as owed from public.invoices where company_id = ${company.companyId}`,
  )
  const all = await balances()
  expect(all.receivables ?? 0).toBe(row?.owed)
  expect(Object.values(all).reduce((sum, rappen) => sum + rappen, 0)).toBe(0)
}

describe('a refund of what paid an invoice', () => {
  test('writes a credit note and leaves nothing open; the preview says what is posted', async () => {
    const paymentId = await pay('bank_transfer', invoice.openRappen)
    const before = await balances()
    const [preview] = await database.as(
      company.owner,
      (sql) => sql`select public.preview_refund(${paymentId}, 5000) as it`,
    )
    await refund(paymentId, 5_000)
    const after = await balances()
    const posted = Object.keys(after)
      .map((account) => ({ account, amount_rappen: (after[account] ?? 0) - (before[account] ?? 0) }))
      .filter(({ amount_rappen }) => amount_rappen !== 0)
    expect(new Set(preview?.it.legs.map((leg: object) => JSON.stringify(leg)))).toEqual(
      new Set(posted.map((leg) => JSON.stringify(leg))),
    )
    expect(await state()).toMatchObject({ status: 'paid', credited: 5_000 })
    const [note] = await database.as(
      staff,
      (sql) =>
        sql`select number, amount_rappen::int as amount, vat from public.credit_notes where invoice_id = ${invoice.id}`,
    )
    expect(note?.number).toMatch(/^G-\d{4}-\d{5}$/)
    expect(
      note?.vat.reduce((sum: number, group: { gross_rappen: number }) => sum + group.gross_rappen, 0),
    ).toBe(5_000)
    await expectReceivablesAgree()
  })

  test('in two steps, of an invoice with a reminder fee, leaves it void', async () => {
    const [row] = await database.as(company.owner, async (sql) => {
      const lines = [{ text: 'Reinigung', quantity: 1, unit_rappen: 10_000, vat_bp: 810 }]
      const [draft] = await sql`
        select public.save_invoice_draft((select customer_id from public.invoices limit 1), ${sql.json({ lines })}) as id`
      await sql`select public.issue_invoice_draft(${draft?.id})`
      return [draft]
    })
    invoice = { id: row?.id as string, contractId: '', openRappen: 10_000 }
    await database.asPostgres(
      (sql) => sql`select private.send_reminder(i, 2) from public.invoices i where id = ${invoice.id}`,
    )
    const { fees } = await state()
    expect(fees).toBeGreaterThan(0)
    const paymentId = await pay('bank_transfer', 10_000 + fees)
    await refund(paymentId, 10_000)
    await refund(paymentId, fees)
    expect(await state()).toMatchObject({ status: 'void', paid: 0, credited: 10_000 })
    await expectReceivablesAgree()
  })

  test('cash goes back in five rappen, its rounding too', async () => {
    await database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = 49`)
    invoice = await issueInvoice(database, company, staff, slot())
    await database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = 50`)
    const rounded = Math.round(invoice.openRappen / 5) * 5
    const paymentId = await pay('cash', rounded)
    expect(await refusalOf(refund(paymentId, 3))).toMatchObject({ code: 'cash_needs_five_rappen' })
    await refund(paymentId, rounded)
    await expectReceivablesAgree()
  })

  test('never gives back more than came in, however many press at once', async () => {
    const paymentId = await pay('bank_transfer', invoice.openRappen)
    const half = Math.floor(invoice.openRappen / 2)
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => refund(paymentId, half)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    await expectReceivablesAgree()
  })

  test('that bounces at Stripe becomes the customer’s balance: the credit note stands', async () => {
    const [deposit] = await database.as(
      staff,
      (sql) =>
        sql`select id, amount_rappen::int as amount from public.payments where invoice_id = ${invoice.id} and method = 'card'`,
    )
    await refund(deposit?.id, 700)
    const before = await balances()
    const [made] = await database.as(
      staff,
      (sql) => sql`select id from public.refunds where payment_id = ${deposit?.id}`,
    )
    await database.asService(async (sql) => {
      await sql`select public.complete_refund(${company.companyId}, ${made?.id}, 're_1', 'failed')`
      await sql`select public.complete_refund(${company.companyId}, ${made?.id}, 're_1', 'failed')`
    })
    expect((await balances()).customer_credits).toBe((before.customer_credits ?? 0) - 700)
    await expectReceivablesAgree()
  })

  test('is for owners and managers of this company', async () => {
    const paymentId = await pay('bank_transfer', 1_000)
    expect(await refusalOf(refund(paymentId, 100, staff))).toMatchObject({ code: 'forbidden' })
    expect(await refusalOf(refund(paymentId, 100, other.owner))).toEqual(
      await refusalOf(refund(randomUUID(), 100, other.owner)),
    )
  })
})

describe('a credit note', () => {
  test('lowers what is open, once a key', async () => {
    const key = randomUUID()
    const ids = await Promise.all(Array.from({ length: 4 }, () => credit(1_000, { key })))
    expect(new Set(ids).size).toBe(1)
    const { due, total } = await state()
    expect(due).toBe(total - 1_000)
    await expectReceivablesAgree()
  })

  test('over all of an invoice nobody paid makes it void', async () => {
    await database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = 0`)
    invoice = await issueInvoice(database, company, staff, slot())
    await database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = 50`)
    await credit(invoice.openRappen)
    expect(await state()).toMatchObject({ status: 'void', due: 0 })
    expect(await refusalOf(pay('bank_transfer', 100))).toMatchObject({
      status: 422,
      code: 'amount_exceeds_open',
    })
    expect(await refusalOf(credit(1))).toMatchObject({ status: 409, code: 'invalid_transition' })
    await expectReceivablesAgree()
  })

  test('takes no more than is open, needs the right to refund, and never changes', async () => {
    expect(await refusalOf(credit(invoice.openRappen + 1))).toMatchObject({ code: 'amount_exceeds_open' })
    for (const rappen of [0, -1, null]) expect(await refusalOf(credit(rappen))).toMatchObject({ status: 422 })
    expect(await refusalOf(credit(100, { caller: staff }))).toMatchObject({ code: 'forbidden' })
    expect(await refusalOf(credit(100, { caller: other.owner }))).toMatchObject({ status: 404 })
    await credit(100)
    const change = database.asPostgres((sql) => sql`update public.credit_notes set amount_rappen = 1`)
    expect(await refusalOf(change)).toMatchObject({ code: 'append_only' })
  })
})

describe('reminders', () => {
  const remind = (caller: Caller = staff) =>
    database.as(caller, async (sql) => {
      const [row] = await sql`select public.remind_invoice(${invoice.id}) as level`
      return row?.level as number
    })
  const sweep = () =>
    database.asService(async (sql) => {
      const [row] = await sql`select public.send_due_reminders() as sent`
      return row?.sent as number
    })
  /** So many days later, for this invoice and what it was reminded of. */
  const later = (days: number) =>
    database.asPostgres(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`
        update public.invoices set issued_on = issued_on - ${days}::int, due_on = due_on - ${days}::int where id = ${invoice.id}`
      await sql`
        update public.invoice_reminders set created_at = created_at - make_interval(days => ${days}) where invoice_id = ${invoice.id}`
    })

  test('come after 7, 14 and 28 days, the second and third with a fee, each once', async () => {
    expect(await refusalOf(remind())).toMatchObject({ status: 409, code: 'not_overdue' })
    await later(36)
    expect(await sweep()).toBe(0)
    await later(1)
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    expect(await state()).toMatchObject({ fees: 0 })
    await later(6)
    expect(await sweep()).toBe(0)
    await later(1)
    expect(await Promise.all([sweep(), sweep()])).toContain(1)
    expect(await state()).toMatchObject({ fees: 1_000 })
    await later(14)
    expect(await sweep()).toBe(1)
    await later(60)
    expect(await sweep()).toBe(0)
    const { fees, due, total, paid } = await state()
    expect([fees, due]).toEqual([2_000, total + 2_000])
    await expectReceivablesAgree()
    const reasons = async () => {
      const mails = await database.asPostgres(
        (sql) => sql`
        select payload ->> 'reason' as reason from public.outbox where topic = 'mail.payment_request' and payload ->> 'invoice_id' = ${invoice.id} order by created_at`,
      )
      return mails.map(({ reason }) => reason)
    }
    // What has left stays; who pays a part is reminded still.
    await database.asPostgres(
      (sql) => sql`
        update public.outbox set status = 'done' where payload ->> 'invoice_id' = ${invoice.id} and payload ->> 'reason' = 'reminder_1'`,
    )
    await pay('bank_transfer', 100)
    expect(await reasons()).toEqual(['reminder_1', 'reminder_2', 'reminder_3'])
    // Who pays, pays the fees as well, and hears no more of it.
    await pay('bank_transfer', due - paid - 100)
    expect(await state()).toMatchObject({ status: 'paid' })
    expect(await reasons()).toEqual(['reminder_1'])
  })

  test('by hand keep a week between them', async () => {
    await later(31)
    expect(await remind()).toBe(1)
    expect(await refusalOf(remind())).toMatchObject({ status: 409, code: 'reminder_too_early' })
    expect(await refusalOf(remind(await addMember(database, company.companyId, 'viewer')))).toMatchObject({
      code: 'forbidden',
    })
    expect(await refusalOf(remind(other.owner))).toMatchObject({ status: 404 })
  })

  test('do not come where nothing is open or the company wants none', async () => {
    await later(50)
    await database.as(company.owner, (sql) => sql`update public.companies set reminders_automatic = false`)
    expect(await sweep()).toBe(0)
    await database.as(company.owner, (sql) => sql`update public.companies set reminders_automatic = true`)
    await pay('bank_transfer', invoice.openRappen)
    expect(await sweep()).toBe(0)
  })
})
