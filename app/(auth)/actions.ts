'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { acceptInvitation } from '@/lib/companies/commands/accept-invitation'
import { foundCompany } from '@/lib/companies/commands/create-company'
import { logIn } from '@/lib/companies/commands/log-in'
import { logOut } from '@/lib/companies/commands/log-out'
import { confirmEmail, requestPasswordReset, resetPassword } from '@/lib/companies/commands/reset-password'
import { signUp } from '@/lib/companies/commands/sign-up'
import { switchCompany } from '@/lib/companies/commands/switch-company'
import {
  AcceptInvitation,
  ConfirmEmail,
  ForgotPassword,
  LogIn,
  NewCompany,
  ResetPassword,
  SignUp,
  SwitchCompany,
} from '@/lib/companies/schema'
import { openAction } from '@/lib/core/action'
import { getVisitorContext } from '@/lib/core/context'
import { safeNextPath } from '@/lib/core/redirects'

export const logInAction = openAction(
  { input: LogIn.extend({ next: z.string().optional() }) },
  async (ctx, input) => {
    await logIn(ctx, input)
    redirect(safeNextPath(input.next))
  },
)

export const signUpAction = openAction({ input: SignUp }, async (ctx, input) => {
  const { state } = await signUp(ctx, input)
  redirect(state === 'confirm_email' ? '/signup?sent' : '/dashboard')
})

export const forgotPasswordAction = openAction({ input: ForgotPassword }, async (ctx, input) => {
  await requestPasswordReset(ctx, input)
  redirect('/forgot-password?sent')
})

export const resetPasswordAction = openAction({ input: ResetPassword }, async (ctx, input) => {
  await resetPassword(ctx, input)
  redirect('/dashboard')
})

export const confirmEmailAction = openAction({ input: ConfirmEmail }, async (ctx, input) => {
  await confirmEmail(ctx, input)
  redirect('/dashboard')
})

export const acceptInvitationAction = openAction({ input: AcceptInvitation }, async (ctx, input) => {
  const { state } = await acceptInvitation(ctx, input)
  redirect(state === 'confirm_email' ? '/signup?sent' : '/dashboard')
})

export const foundCompanyAction = openAction({ input: NewCompany }, async (ctx, input) => {
  await foundCompany(ctx, input)
  redirect('/dashboard')
})

export const switchCompanyAction = openAction({ input: SwitchCompany }, async (ctx, input) => {
  await switchCompany(ctx, input)
  redirect('/dashboard')
})

/** Ends the session; for the plain button of any screen. */
export async function logOutAction(): Promise<void> {
  await logOut(await getVisitorContext())
  redirect('/login')
}
