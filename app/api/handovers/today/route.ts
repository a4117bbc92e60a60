import { prepareTasks } from '@/app/api/handovers/prepared'
import { apiRoute } from '@/lib/core/route'
import { getDay } from '@/lib/dashboard/day'

/** Today's pickups and returns with all that is needed to do them without network, and the vehicles at the wash. */
export const GET = apiRoute({ permission: 'handover.perform' }, async ({ ctx }) => {
  const { tasks } = await getDay(ctx)
  return {
    handovers: await prepareTasks(ctx, tasks),
    washes: tasks.filter((task) => task.kind === 'cleaning'),
  }
})
