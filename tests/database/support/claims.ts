import type { TestDatabase } from './database.ts'

/** The claims the next token of a person carries, from the hook that writes them. */
export async function nextClaims(database: TestDatabase, userId: string): Promise<Record<string, string>> {
  return database.asPostgres(async (sql) => {
    const event = { user_id: userId, claims: { company_id: 'old', role: 'authenticated' } }
    const [row] = await sql`select public.custom_access_token_hook(${sql.json(event)}) -> 'claims' as claims`
    return row?.claims as Record<string, string>
  })
}
