import { beforeAll, expect, test } from 'vitest'
import { addMember } from '../support/companies.ts'
import { freshDatabase } from '../support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { refusalOf } from '../support/refusals.ts'
import { bookAndPay, issueInvoice, newCustomer, periodIn } from '../support/rentals.ts'
import { addCustomer, customerRow, fillCustomer } from './support.ts'

const database = freshDatabase()
let company: RentalCompany
const MARK = 'Zwetschgenkern'

beforeAll(async () => {
  company = await foundRentalCompany(database, 'alpenmobil')
})

/** Somebody with a finished, paid rental and something in every column that can hold a text about them. */
async function finishedCustomer(vehicle: number, mark: string): Promise<string> {
  const customer = newCustomer({
    first_name: mark,
    last_name: mark,
    email: `${mark}@x.ch`,
    street: mark,
    town: mark,
  })
  const {
    id: invoice,
    contractId,
    openRappen,
  } = await issueInvoice(database, company, company.owner, {
    ...periodIn(30),
    vehicleId: vehicleOf(company, vehicle).id,
    customer,
  })
  return database
    .asPostgres(async (sql) => {
      const [row] = await sql`select customer_id as id from public.invoices where id = ${invoice}`
      const id = String(row?.id)
      await sql`
      update public.customers set house_number = ${mark}, postal_code = '8000', notes = ${mark}, tags = array[${mark}], canton = 'ZH', nationality = 'CH',
        id_document_kind = 'passport', id_document_number = ${mark}, id_document_country = 'CH', id_document_expires_on = '2031-01-01',
        ahv_number = '756.9217.0769.85', birth_date = '1990-05-01', stripe_customer_id = ${mark}, payment_method_id = ${mark} where id = ${id}`
      await sql`update public.reservations set notes = ${mark} where customer_id = ${id}`
      await sql`update public.handovers set notes = ${mark} where contract_id = ${contractId}`
      await sql`update public.deposits set status = 'released' where contract_id = ${contractId} and status = 'held'`
      await sql`update public.contracts set status = 'closed' where id = ${contractId}`
      await sql`update public.invoices set status = 'paid', paid_rappen = paid_rappen + ${openRappen} where id = ${invoice}`
      return id
    })
    .then(async (id) => {
      await fillCustomer(database, company, id, mark)
      return id
    })
}

/** Every place of the database where a text is found, as table.column. */
const placesOf = (text: string) =>
  database.asPostgres(async (sql) => {
    const columns = await sql`
      select c.oid::regclass::text as relation, a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p') order by 1, 2`
    const found: string[] = []
    for (const { relation, name } of columns) {
      const [row] = await sql.unsafe(
        `select count(*)::int as n from ${relation} where ${name}::text ilike '%' || $1 || '%'`,
        [text],
      )
      if (row?.n > 0) found.push(`${relation}.${name}`)
    }
    return found
  })

test('an export holds every place where something about the person stands', async () => {
  const id = await finishedCustomer(1, MARK)
  const [row] = await database.as(company.owner, (sql) => sql`select public.export_customer(${id}) as it`)
  const tables = row?.it.tables as Record<string, Record<string, unknown>[]>
  const missing = (await placesOf(MARK)).filter((place) => {
    // The search repeats what its records say; it has no data of its own.
    if (/^private\.search_(index|words)\./.test(place)) return false
    const [relation = '', column = ''] = place.split('.')
    return !tables[relation]?.some((record) =>
      JSON.stringify(record[column] ?? '')
        .toLowerCase()
        .includes(MARK.toLowerCase()),
    )
  })
  expect(missing).toEqual([])
  // Every column of the tables about people, whatever stands in it: a column added tomorrow is in by itself.
  const columns = await database.asPostgres(
    (sql) => sql`
    select table_name as relation, column_name as name from information_schema.columns
    where table_schema = 'public' and table_name in ('customers', 'drivers', 'consents', 'customer_notes', 'customer_vehicles', 'customer_accounts',
      'cost_centres', 'messages', 'reservations', 'contracts', 'invoices', 'payments', 'signatures') and column_name not in ('company_id', 'token_hash')`,
  )
  expect(columns.length).toBeGreaterThan(120)
  expect(columns.filter(({ relation, name }) => !(name in (tables[relation]?.[0] ?? {})))).toEqual([])
  expect(JSON.stringify(tables)).not.toContain('token_hash')
})

test('who is forgotten stands nowhere but where the law wants the name, and the trail says what happened without it', async () => {
  const mark = 'Birnenstiel'
  const id = await finishedCustomer(2, mark)
  const before = await placesOf(mark)
  expect(before).toContain('drivers.first_name')
  expect(before).toContain('audit_log.after')
  await database.as(company.owner, (sql) => sql`select public.anonymize_customer(${id})`)
  // The invoice's debtor and its sealed trail: business records, ten years.
  expect(await placesOf(mark)).toEqual(['audit_log.after', 'invoices.debtor'])
  const trail = await database.asPostgres(
    (sql) => sql`select distinct table_name from public.audit_log where after::text like ${`%${mark}%`}`,
  )
  expect([...trail]).toEqual([{ table_name: 'invoices' }])
  expect(await customerRow(database, id)).toMatchObject({
    last_name: '–',
    email: null,
    ahv_number: null,
    number: expect.any(String),
  })
  const [kept] = await database.asPostgres(
    (sql) => sql`
    select (select count(*)::int from public.contracts where customer_id = ${id}) as contracts,
      (select count(*)::int from public.audit_log where table_name = 'customers' and record_id = ${id}) as entries`,
  )
  expect(kept?.contracts).toBe(1)
  expect(kept?.entries).toBeGreaterThan(2)
})

test('without business records nothing is left at all, not even of who was merged into them', async () => {
  const mark = 'Apfelbutzen'
  const id = await addCustomer(
    database,
    company.owner,
    newCustomer({ last_name: mark, email: `${mark}@x.ch` }),
  )
  const twin = await addCustomer(
    database,
    company.owner,
    newCustomer({ last_name: mark, phone: '+41790009900' }),
  )
  await fillCustomer(database, company, id, mark)
  await database.as(company.owner, (sql) => sql`select public.merge_customers(${id}, ${twin})`)
  await database.as(company.owner, (sql) => sql`select public.anonymize_customer(${id})`)
  expect(await placesOf(mark)).toEqual([])
  expect(await customerRow(database, id)).toBeUndefined()
})

test('nobody is forgotten while something is open', async () => {
  const customer = newCustomer({ last_name: 'Offen' })
  const booking = await bookAndPay(database, company, {
    ...periodIn(50),
    vehicleId: vehicleOf(company, 5).id,
    customer,
  })
  const [row] = await database.asPostgres(
    (sql) => sql`select customer_id as id from public.reservations where id = ${booking.id}`,
  )
  for (const verb of ['anonymize_customer', 'delete_customer']) {
    const work = database.as(company.owner, (sql) => sql.unsafe(`select public.${verb}($1)`, [row?.id]))
    expect(await refusalOf(work)).toMatchObject({
      status: 409,
      code: 'customer_still_needed',
      details: { coming_reservations: 1 },
    })
  }
})

test('a deleted customer is out of sight, comes back within thirty days, and is erased after them', async () => {
  const id = await addCustomer(database, company.owner, newCustomer({ last_name: 'Pfirsich' }))
  const call = (verb: string) =>
    database.as(company.owner, (sql) => sql.unsafe(`select public.${verb}($1)`, [id]))
  const purge = async (daysAgo: number) => {
    await database.asPostgres(
      (sql) =>
        sql`update public.customers set deleted_at = now() - make_interval(days => ${daysAgo}) where id = ${id} and deleted_at is not null`,
    )
    await database.asService((sql) => sql`select public.purge_customers()`)
  }
  await call('delete_customer')
  await purge(29)
  await call('restore_customer')
  expect(await customerRow(database, id)).toMatchObject({ deleted_at: null, last_name: 'Pfirsich' })
  await call('delete_customer')
  await purge(31)
  expect(await customerRow(database, id)).toBeUndefined()
  expect(await refusalOf(call('restore_customer'))).toMatchObject({ code: 'not_found' })
})

test('the debtor’s name leaves an invoice only when its years are over and its customer is forgotten', async () => {
  const id = await finishedCustomer(3, 'Quitte')
  const rename = () =>
    database.asPostgres(
      (sql) => sql`update public.invoices set debtor = '{"name": null}' where customer_id = ${id}`,
    )
  expect(await refusalOf(rename())).toMatchObject({ code: 'invoice_is_immutable' })
  await database.as(company.owner, (sql) => sql`select public.anonymize_customer(${id})`)
  await database.asService((sql) => sql`select public.purge_customers()`)
  expect(await placesOf('Quitte')).toContain('invoices.debtor')
  await database.asPostgres(async (sql) => {
    await sql`alter table public.invoices disable trigger invoices_immutable`
    await sql`update public.invoices set issued_on = '2010-05-01', due_on = '2010-06-01' where customer_id = ${id}`
    await sql`alter table public.invoices enable trigger invoices_immutable`
  })
  await database.asService((sql) => sql`select public.purge_customers()`)
  expect(await placesOf('Quitte')).toEqual([])
})

test('exporting and forgetting are for those who lead', async () => {
  const staff = await addMember(database, company.companyId, 'staff')
  const id = await addCustomer(database, company.owner, newCustomer({ last_name: 'Kirsche' }))
  for (const verb of [
    'export_customer',
    'anonymize_customer',
    'delete_customer',
    'preview_customer_erasure',
  ]) {
    const work = database.as(staff, (sql) => sql.unsafe(`select public.${verb}($1)`, [id]))
    expect(await refusalOf(work)).toMatchObject({ status: 403 })
  }
})

test('the trail can be blanked and nothing else', async () => {
  const change = (set: string) =>
    database.asPostgres((sql) =>
      sql.unsafe(`update public.audit_log set ${set} where table_name = 'customers' and action = 'insert'`),
    )
  expect(await refusalOf(change(`after = after || '{"last_name": "Falsch"}'`))).toMatchObject({
    code: 'append_only',
  })
  expect(await refusalOf(change(`after = after - 'last_name'`))).toMatchObject({ code: 'append_only' })
  expect(await refusalOf(change('actor_user_id = null'))).toMatchObject({ code: 'append_only' })
})
