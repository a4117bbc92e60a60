import type postgres from 'postgres'
import { foundCompany } from '../database/support/companies.ts'
import type { Caller, Sql, TestDatabase } from '../database/support/database.ts'
import { foundRentalCompany } from '../database/support/fleet.ts'

/** A company of the bench's own on the running stack, founded as the tests found theirs: empty, or with a fleet. */
export const emptyCompany = (sql: postgres.Sql) => foundCompany(asTests(sql))
export const rentalCompany = (sql: postgres.Sql) => foundRentalCompany(asTests(sql))

/** As much of a test's database as founding a company needs. */
function asTests(sql: postgres.Sql): TestDatabase {
  const as = <Result>({ userId, companyId }: Caller, work: (transaction: Sql) => Promise<Result>) =>
    sql.begin(async (transaction) => {
      const claims = { role: 'authenticated', sub: userId, company_id: companyId }
      await transaction`
        select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`
      return work(transaction)
    })
  const createUser = async () => {
    const [user] = await sql`
      insert into auth.users (id, email) values (gen_random_uuid(), gen_random_uuid() || '@example.test') returning id`
    return String(user?.id)
  }
  const asOwner = <Result>(work: (transaction: Sql) => Promise<Result>) => sql.begin(work)
  return { as, asService: asOwner, asPostgres: asOwner, createUser } as unknown as TestDatabase
}
