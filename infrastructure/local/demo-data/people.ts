import type { Sql } from 'postgres'

/** The password of every demo log-in. */
export const demoPassword = 'demo-crms-2026'

interface SignUp {
  supabaseUrl: string
  publishableKey: string
  email: string
}

/** Signs a person up with Supabase Auth as the application would, and returns their user id. */
export async function signUp({ supabaseUrl, publishableKey, email }: SignUp): Promise<string> {
  const answer = await fetch(`${supabaseUrl}/auth/v1/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: publishableKey },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const body = (await answer.json()) as { id?: string; user?: { id?: string } }
  const id = body.user?.id ?? body.id
  if (!answer.ok || !id) throw new Error(`Signing up ${email} failed: ${JSON.stringify(body)}`)
  return id
}

/** Runs the callback in a transaction whose RPCs see this user, in this company, as the caller. */
export async function actingAs<T>(
  sql: Sql,
  userId: string,
  companyId: string | null,
  work: (transaction: Sql) => Promise<T>,
): Promise<T> {
  const claims = JSON.stringify({
    sub: userId,
    role: 'authenticated',
    ...(companyId && { company_id: companyId }),
  })
  const result = await sql.begin(async (transaction) => {
    await transaction`select set_config('request.jwt.claims', ${claims}, true)`
    return work(transaction as unknown as Sql)
  })
  return result as T
}

/** Adds a colleague to a company without the detour of an invitation mail. */
export async function addMember(
  sql: Sql,
  companyId: string,
  userId: string,
  fullName: string,
  role: string,
): Promise<void> {
  await sql`
    insert into public.profiles (user_id, full_name, email, selected_company_id)
    select id, ${fullName}, lower(email), ${companyId} from auth.users where id = ${userId}`
  await sql`insert into public.memberships (company_id, user_id, role) values (${companyId}, ${userId}, ${role})`
}
