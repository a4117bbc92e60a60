import { signUp } from '@/lib/companies/commands/sign-up'
import { SignUp } from '@/lib/companies/schema'
import { openRoute } from '@/lib/core/route'

/** Opens an account and its company. */
export const POST = openRoute({ body: SignUp, status: 201 }, ({ ctx, body }) => signUp(ctx, body))
