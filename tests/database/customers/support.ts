import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import type { FoundedCompany } from '../support/companies.ts'
import type { Caller, Sql, TestDatabase } from '../support/database.ts'

/** Adds a customer as a member of the company; answers the id. */
export async function addCustomer(
  database: TestDatabase,
  caller: Caller,
  customer: Record<string, JSONValue>,
): Promise<string> {
  const [row] = await database.as(
    caller,
    (sql) => sql`select public.create_customer(${sql.json(customer)}) as id`,
  )
  return String(row?.id)
}

/** A customer's row as it stands, with nothing hidden. */
export async function customerRow(database: TestDatabase, id: string) {
  const [row] = await database.asPostgres((sql) => sql`select * from public.customers where id = ${id}`)
  return row
}

/** What a foreign key from a table to customers is called: the table and its column. */
export async function referencesToCustomers(sql: Sql): Promise<{ relation: string; via: string }[]> {
  const rows = await sql`
    select c.relname as relation, a.attname as via from pg_constraint f join pg_class c on c.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname <> 'company_id'
    where f.contype = 'f' and f.confrelid = 'public.customers'::regclass order by 1, 2`
  return rows.map(({ relation, via }) => ({ relation, via }))
}

/** One row of everything that can hang on a customer, beyond what a rental leaves; each text holds the marker. */
export async function fillCustomer(
  database: TestDatabase,
  { companyId, owner }: FoundedCompany,
  id: string,
  marker: string,
) {
  await database.as(owner, async (sql) => {
    await sql`insert into public.customer_notes (company_id, customer_id, text) values (${companyId}, ${id}, ${marker})`
    await sql`
      insert into public.customer_vehicles (company_id, customer_id, make, model, plate, color, notes)
      values (${companyId}, ${id}, ${marker}, ${marker}, 'ZH 9', ${marker}, ${marker})`
    await sql`insert into public.cost_centres (company_id, customer_id, code, name) values (${companyId}, ${id}, ${marker}, ${marker})`
    await sql`select public.record_consent(${id}, 'marketing', ${marker}, 'desk')`
    await sql`
      insert into public.drivers (company_id, customer_id, first_name, last_name, licence_number, email)
      values (${companyId}, ${id}, ${marker}, ${marker}, ${marker}, ${`${marker}@fahrer.ch`})`
  })
  await database.asPostgres(async (sql) => {
    await sql`
      insert into public.messages (company_id, customer_id, channel, template, recipient, subject, body, outbox_id)
      values (${companyId}, ${id}, 'email', 'note', ${marker}, ${marker}, ${marker}, gen_random_uuid())`
    await sql`
      insert into public.messages (company_id, customer_id, channel, direction, template, recipient, body)
      values (${companyId}, ${id}, 'email', 'in', 'written', ${marker}, ${marker})`
    await sql`
      insert into public.message_files (company_id, customer_id, name, status, content_type, bytes, storage_path)
      values (${companyId}, ${id}, ${marker}, 'kept', 'application/pdf', 10, ${`${companyId}/messages/${randomUUID()}.pdf`})`
    await sql`
      insert into public.channel_choices (company_id, customer_id, channel, address, choice, source)
      values (${companyId}, ${id}, 'sms', ${marker}, 'stop', 'keyword')`
    await sql`insert into public.data_requests (company_id, customer_id, kind, due_on) values (${companyId}, ${id}, 'copy', current_date + 30)`
    await sql`
      insert into public.waiting_entries (company_id, customer_id, source, starts_at, ends_at, locale, note, token_hash)
      values (${companyId}, ${id}, 'phone', now() + interval '90 days', now() + interval '91 days', 'de', ${marker}, gen_random_uuid()::text)`
    await sql`
      insert into public.customer_accounts (company_id, customer_id, billing_name, billing_street, billing_town, billing_email)
      values (${companyId}, ${id}, ${marker}, ${marker}, ${marker}, ${`${marker}@firma.ch`})`
  })
}
