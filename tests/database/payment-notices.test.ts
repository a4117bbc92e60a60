import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { type Booking, bookAndPay, bookOnSite, issueInvoice, settle } from './support/rentals.ts'

/** That money has arrived is told once for each payment, and not where another message or a receipt says it. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})
const slot = freeSlots(() => company)

interface Notice {
  payment_id: string
  invoice_id?: string
  reservation_id?: string
}
/** What is queued about an invoice or a booking. */
const notices = (id: string) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select payload from public.outbox where topic = 'mail.payment_received' and ${id} in (payload ->> 'invoice_id', payload ->> 'reservation_id') order by created_at`
    return rows.map(({ payload }) => payload as Notice)
  })
const facts = ({ payment_id }: Notice, of = company) =>
  database.asService(
    async (sql) =>
      (await sql`select public.payment_received_facts(${of.companyId}, ${payment_id}) as it`)[0]?.it,
  )
async function issue() {
  const invoice = await issueInvoice(database, company, staff, slot())
  const [row] = await database.as(
    staff,
    (sql) => sql`select number, reference, customer_id from public.invoices where id = ${invoice.id}`,
  )
  return { ...invoice, ...(row as { number: string; reference: string; customer_id: string }) }
}
type Issued = Awaited<ReturnType<typeof issue>>

async function beginByLink({ id }: Issued) {
  const [link] = await database.as(staff, (sql) => sql`select public.invoice_pay_token(${id}) as token`)
  return database.asAnon(async (sql) => {
    const [row] = await sql`select public.begin_card_payment(${company.slug}, ${link?.token}) as it`
    return row?.it as { payment_id: string; amount_rappen: number }
  })
}
const settleByStripe = ({ payment_id, amount_rappen }: { payment_id: string; amount_rappen: number }) =>
  database.asService(
    (sql) =>
      sql`select public.settle_payment(${company.companyId}, ${payment_id}, 'cs_1', ${`pi_${payment_id}`}, ${amount_rappen}, 'chf', 'cus_1', 'pm_1', 'twint')`,
  )
const record = (
  { id }: Issued,
  method: string,
  rappen: number,
  { key = randomUUID() as string, on = null as string | null } = {},
) =>
  database.as(
    staff,
    (sql) => sql`select public.record_payment(${id}, ${method}, ${rappen}, ${on}::date, ${key})`,
  )
const importFile = async (
  entries: { key: string; amount_rappen: number; reference: string }[],
  name = randomUUID() as string,
) => {
  const sha256 = createHash('sha256').update(name).digest('hex')
  const file = { file_name: 'camt.xml', sha256, format: 'camt.054.001.08' }
  const [today] = await database.asPostgres(
    (sql) => sql`select private.today(${company.companyId})::text as day`,
  )
  const rows = entries.map((entry) => ({ ...entry, currency: 'CHF', booked_on: String(today?.day) }))
  await database.as(staff, (sql) => sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(rows)})`)
}

test('a payment by the link is told once, however often Stripe says it, with what remains', async () => {
  const invoice = await issue()
  const begun = await beginByLink(invoice)
  await database.asService(
    (sql) => sql`select public.fail_payment(${company.companyId}, ${begun.payment_id})`,
  )
  expect(await notices(invoice.id)).toEqual([])
  await Promise.all(Array.from({ length: 6 }, () => settleByStripe(begun)))
  const [notice, ...more] = await notices(invoice.id)
  expect(more).toEqual([])
  expect(notice).toMatchObject({ payment_id: begun.payment_id, reservation_id: expect.any(String) })
  expect(await facts(notice as Notice)).toMatchObject({
    numbers: [invoice.number],
    amount_rappen: invoice.openRappen,
    open_rappen: 0,
    page: 'pay',
    token: expect.stringMatching(/^[0-9a-f]{64}$/),
    company: { slug: company.slug },
    customer: { id: invoice.customer_id },
  })
  expect(await facts(notice as Notice, other)).toBeNull()
})

test('a transfer noted at the desk is told once, cash and what arrived long ago are not', async () => {
  const invoice = await issue()
  const key = randomUUID()
  await record(invoice, 'cash', 1_000)
  await record(invoice, 'bank_transfer', 500, { on: '2026-01-05' })
  expect(await notices(invoice.id)).toEqual([])
  await Promise.all([1, 2, 3].map(() => record(invoice, 'bank_transfer', 2_000, { key })))
  const [notice, ...more] = await notices(invoice.id)
  expect(more).toEqual([])
  expect(await facts(notice as Notice)).toMatchObject({
    amount_rappen: 2_000,
    open_rappen: invoice.openRappen - 3_500,
  })
})

test('what the bank brings is told once, by whichever file and however often', async () => {
  const invoice = await issue()
  const entry = (amount_rappen: number) => ({
    key: randomUUID() as string,
    amount_rappen,
    reference: invoice.reference,
  })
  const first = entry(1_500)
  const name = randomUUID()
  await importFile([first], name)
  await importFile([first], name)
  await importFile([first, entry(700)])
  const told = await notices(invoice.id)
  expect(await Promise.all(told.map((notice) => facts(notice)))).toMatchObject([
    { amount_rappen: 1_500 },
    { amount_rappen: 700 },
  ])
})

test('one transfer that pays several invoices is told as one payment', async () => {
  const [first, second] = [await issue(), await issue()]
  await database.asPostgres(
    (sql) => sql`update public.invoices set customer_id = ${first.customer_id} where id = ${second.id}`,
  )
  const [statement] = await database.as(
    company.owner,
    (sql) =>
      sql`select public.customer_statement(${first.customer_id}, '2026-01-01', current_date) ->> 'reference' as reference`,
  )
  const reference = String(statement?.reference)
  const amount = first.openRappen + second.openRappen - 100
  await importFile([{ key: randomUUID(), amount_rappen: amount, reference }])
  const told = [...(await notices(first.id)), ...(await notices(second.id))]
  expect(told).toHaveLength(1)
  const it = (await facts(told[0] as Notice)) as { numbers: string[] }
  expect(it).toMatchObject({ amount_rappen: amount, open_rappen: 100 })
  expect(it.numbers.sort()).toEqual([first.number, second.number].sort())
})

test('the payment that makes a booking firm is told by its confirmation alone', async () => {
  const booking = await bookAndPay(database, company, slot())
  expect(booking.payment).not.toBeNull()
  expect(await notices(booking.id)).toEqual([])
})

test('the deposit of a booking that is firm already is told, with the rest of the price', async () => {
  const booking: Booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  await database.as(staff, (sql) => sql`select public.confirm_reservation(${booking.id})`)
  await settle(database, company, booking)
  const [notice, ...more] = await notices(booking.id)
  expect(more).toEqual([])
  expect(await facts(notice as Notice)).toMatchObject({
    numbers: [booking.number],
    amount_rappen: booking.booking_deposit_rappen,
    open_rappen: booking.total_rappen - booking.booking_deposit_rappen,
    page: 'portal',
    token: booking.token,
  })
})

test('of what was given back before the message left nothing is said', async () => {
  const invoice = await issue()
  await settleByStripe(await beginByLink(invoice))
  const [notice] = (await notices(invoice.id)) as [Notice]
  await database.as(
    company.owner,
    (sql) => sql`select public.refund_payment(${notice.payment_id}, ${invoice.openRappen}, 'Kulanz')`,
  )
  expect(await facts(notice)).toBeNull()
  expect(await notices(invoice.id)).toHaveLength(1)
})

test('a company that does not want it sends none', async () => {
  const invoice = await issue()
  const wants = (on: boolean) =>
    database.as(
      company.owner,
      (sql) => sql`update public.companies set payment_notices = ${on} where id = ${company.companyId}`,
    )
  await wants(false)
  await record(invoice, 'bank_transfer', 1_000)
  expect(await notices(invoice.id)).toEqual([])
  await wants(true)
})
