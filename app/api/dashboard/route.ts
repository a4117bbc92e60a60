import { apiRoute } from '@/lib/core/route'
import { getFigures } from '@/lib/dashboard/figures'
import { listTasks } from '@/lib/dashboard/tasks'

/** The day: what must happen in the order of time, and the month's figures for those who may see them. */
export const GET = apiRoute({ permission: 'reservations.see' }, async ({ ctx }) => {
  const [tasks, figures] = await Promise.all([listTasks(ctx), getFigures(ctx)])
  return { tasks, figures }
})
