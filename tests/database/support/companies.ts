import { randomUUID } from 'node:crypto'
import type { Caller, TestDatabase } from './database.ts'

/** A company with its owner, as a sign-up leaves it. */
export interface FoundedCompany {
  companyId: string
  slug: string
  owner: Required<Pick<Caller, 'userId' | 'companyId'>>
}

/** Signs up a new company through the same function as the sign-up form. */
export async function foundCompany(
  database: TestDatabase,
  slug = `c-${randomUUID().slice(0, 8)}`,
): Promise<FoundedCompany> {
  const userId = await database.createUser()
  const companyId = await database.as({ userId }, async (sql) => {
    const [row] = await sql`select public.sign_up_company(${slug}, ${slug}, 'Olivia Owner') as id`
    return String(row?.id)
  })
  // Its owner has been welcomed: what a test finds queued is its own.
  await database.asPostgres((sql) => sql`delete from public.outbox where company_id = ${companyId}`)
  return { companyId, slug, owner: { userId, companyId } }
}

/** Connects the company's account at Stripe, and Stripe has said that it may take cards. */
export async function connectAccount(database: TestDatabase, { companyId }: FoundedCompany, account: string) {
  await database.asService(async (sql) => {
    await sql`select public.keep_stripe_account(${companyId}, ${account})`
    await sql`select public.note_stripe_account(${account}, true, '{"payouts_enabled": true, "details_submitted": true}')`
  })
}

/** Says of the company what its booking site waits for, beside a fleet with prices: who it is, where its places are, on which terms it rents. */
export async function openSite(database: TestDatabase, { owner }: FoundedCompany) {
  await database.as(owner, async (sql) => {
    await sql`
      update public.companies set street = 'Seestrasse', house_number = '12', postal_code = '8002', town = 'Zürich',
        uid_number = 'CHE-123.456.788', terms = '{"de": "Wer fährt, hat einen gültigen Führerausweis."}'`
    await sql`update public.locations set street = 'Seestrasse', house_number = '12', postal_code = '8002', town = 'Zürich'`
  })
}

/** Another person in the company, with the given role. */
export async function addMember(
  database: TestDatabase,
  companyId: string,
  role: string,
): Promise<FoundedCompany['owner']> {
  const userId = await database.createUser(`${role}-${randomUUID().slice(0, 8)}@example.test`)
  await database.asPostgres(async (sql) => {
    await sql`
      insert into public.profiles (user_id, full_name, email, selected_company_id)
      select id, ${role}, email, ${companyId} from auth.users where id = ${userId}`
    await sql`
      insert into public.memberships (company_id, user_id, role)
      values (${companyId}, ${userId}, ${role}::public.company_role)`
  })
  return { userId, companyId }
}
