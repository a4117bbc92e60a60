import { apiRoute } from '@/lib/core/route'
import { getDay } from '@/lib/dashboard/day'
import { getFigures } from '@/lib/dashboard/figures'

/** The day: what must happen in the order of time, what has happened, and the month's figures for those who may see them. */
export const GET = apiRoute({ permission: 'reservations.see' }, async ({ ctx }) => {
  const [{ tasks, done }, figures] = await Promise.all([getDay(ctx), getFigures(ctx)])
  return { tasks, done, figures }
})
