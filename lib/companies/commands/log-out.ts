import type { VisitorContext } from '@/lib/core/context'

/** Ends this session; other devices stay signed in. */
export async function logOut(ctx: VisitorContext): Promise<void> {
  await ctx.db.auth.signOut({ scope: 'local' })
}
