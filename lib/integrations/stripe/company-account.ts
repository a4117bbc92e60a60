import type { Db } from '@/lib/supabase/client'

/**
 * Whether an event's account is the one this company is paid through. Anybody with a connected account can write
 * another company's id into metadata, so the event's own account decides.
 */
export async function isAccountOf(db: Db, companyId: string, account: string | null): Promise<boolean> {
  // The platform's own account takes what companies owe it, and nothing of what is owed to them.
  if (account === null) return false
  return (await accountOf(db, companyId)) === account
}

/** The account a company is paid through, if it has one. */
export async function accountOf(db: Db, companyId: string): Promise<string | null> {
  const { data, error } = await db
    .from('companies')
    .select('stripe_account_id')
    .eq('id', companyId)
    .maybeSingle()
  if (error) throw new Error(`The company's account could not be read: ${error.code}`)
  return data?.stripe_account_id ?? null
}

/** Which company is paid through this account; null for an account of nobody here. */
export async function companyOf(db: Db, account: string): Promise<string | null> {
  const { data, error } = await db
    .from('companies')
    .select('id')
    .eq('stripe_account_id', account)
    .maybeSingle()
  if (error) throw new Error(`The account's company could not be read: ${error.code}`)
  return data?.id ?? null
}
