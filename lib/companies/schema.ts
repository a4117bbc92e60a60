import { z } from 'zod'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'
import { line } from '@/lib/core/line'

/** Problems are named by keys of `errors.validation`, so that forms and answers speak the reader's language. */
const Email = z.string().trim().toLowerCase().min(1).pipe(z.email('format_email').max(254))
const Password = z.string().min(1).min(10, 'password_length').max(128)
const FullName = line(120).min(1)
const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/, 'slug')

/** A company as it is founded. */
export const NewCompany = z.object({
  companyName: line(120).min(1),
  slug: Slug,
  lines: z
    .preprocess(
      (lines) => (typeof lines === 'string' ? [lines] : lines),
      z.array(z.enum(['rentals', 'services'])).min(1, 'lines'),
    )
    .default(['rentals']),
})
export type NewCompany = z.infer<typeof NewCompany>

/** Somebody who starts: a person and their company. */
export const SignUp = NewCompany.extend({ fullName: FullName, email: Email, password: Password })
export type SignUp = z.infer<typeof SignUp>

export const LogIn = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(128),
})
export type LogIn = z.infer<typeof LogIn>

export const ForgotPassword = z.object({ email: Email })
export type ForgotPassword = z.infer<typeof ForgotPassword>

const TokenHash = z.string().min(8).max(200)

/** The new password, allowed by the token from the mail. */
export const ResetPassword = z.object({ tokenHash: TokenHash, password: Password })
export type ResetPassword = z.infer<typeof ResetPassword>

export const ConfirmEmail = z.object({ tokenHash: TokenHash })
export type ConfirmEmail = z.infer<typeof ConfirmEmail>

/** Joining by invitation; name and password are for those who have no account yet. */
export const AcceptInvitation = z.object({
  token: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  fullName: FullName.optional(),
  password: Password.optional(),
})
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

export const SwitchCompany = z.object({ companyId: z.uuid() })
export type SwitchCompany = z.infer<typeof SwitchCompany>

/** What a person wanted when they signed up, kept with the account until the address is confirmed. */
export const SignUpIntent = z.object({
  full_name: FullName,
  locale: z.enum(SITE_LOCALES),
  company: NewCompany.optional(),
  invitation_token: z.string().optional(),
})
export type SignUpIntent = z.infer<typeof SignUpIntent>
