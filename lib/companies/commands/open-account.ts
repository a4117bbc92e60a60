import { fromAuth } from '@/lib/companies/auth-errors'
import type { SignUpIntent } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'

type Credentials = { email: string; password: string }

/**
 * Opens an account, or enters the one that exists if the password is right: a person may belong to several companies.
 * Whether an address has an account is not told. With `confirm_email` the intent waits for the link in the mail.
 * @throws AppError `sign_up_refused` · `weak_password`
 */
export async function openAccount(
  ctx: VisitorContext,
  { email, password }: Credentials,
  intent: SignUpIntent,
): Promise<'signed_in' | 'confirm_email'> {
  const { data, error } = await ctx.db.auth.signUp({
    email,
    password,
    options: { data: intent, emailRedirectTo: appUrl('/confirm') },
  })
  if (!error) return data.session ? 'signed_in' : 'confirm_email'
  const refusal = fromAuth(error)
  if (refusal.code !== 'sign_up_refused') throw refusal
  const existing = await ctx.db.auth.signInWithPassword({ email, password })
  if (existing.error) throw new AppError('sign_up_refused', { cause: existing.error })
  return 'signed_in'
}
